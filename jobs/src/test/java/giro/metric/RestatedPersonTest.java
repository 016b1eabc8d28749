package giro.metric;

import static org.assertj.core.api.Assertions.assertThat;

import giro.metric.RestatedPerson.Part;
import giro.metric.RestatementEvidence.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One person's laps of two nights: what came, what went, and why. */
class RestatedPersonTest {
  private static final SettingsChange SAME = new SettingsChange(null, false);
  private static final SettingsChange RULES =
      new SettingsChange(RestatementCause.RULE_VERSION, false);
  private static final Part OPEN = new Part(0, "open", 1);
  private static final Part DROPPED = new Part(0, "dropped", 1);
  private static final Part CONVERTED = new Part(0, "converted", 2);

  @Test
  void whatStandsOnTheSameInstantsMatures() {
    RestatedPerson person = person(SAME, OPEN, 3, DROPPED, 4);
    person.evidence(Kind.FRESH, 1);
    assertThat(told(person))
        .as("the touch that landed changed nothing of the pair")
        .containsExactly("-open maturing", "+dropped maturing");
    assertThat(told(person(RULES, OPEN, 3, DROPPED, 3)))
        .as("rules would have moved an instant")
        .containsExactly("-open maturing", "+dropped maturing");
    assertThat(told(person(new SettingsChange(null, true), OPEN, 3, DROPPED, 3)))
        .as("other windows do not")
        .containsExactly("-open configuration", "+dropped configuration");
  }

  @Test
  void ofSeveralCausesTheFirstHolds() {
    RestatedPerson person = person(SAME, OPEN, 3, CONVERTED, 5);
    person.evidence(Kind.FRESH, 1);
    person.evidence(Kind.LATE, 1);
    assertThat(told(person)).containsExactly("-open late touch", "+converted late touch");
    person.evidence(Kind.REPLACED, 1);
    assertThat(told(person)).containsExactly("-open duplicate", "+converted duplicate");
    person.evidence(Kind.WITHDRAWN, 0);
    assertThat(told(person)).containsExactly("-open consent", "+converted consent");

    RestatedPerson merged = person(RULES, OPEN, 3, CONVERTED, 5);
    merged.evidence(Kind.FRESH, 1);
    assertThat(told(merged)).containsExactly("-open rule version", "+converted rule version");
  }

  @Test
  void touchesThatBothNightsKnowComeByAMergeAndLeaveByASplit() {
    RestatedPerson merged = person(SAME, OPEN, 3, CONVERTED, 5);
    merged.evidence(Kind.FRESH, 1);
    assertThat(told(merged)).containsExactly("-open merge", "+converted merge");
    merged.evidence(Kind.RULED, 0);
    assertThat(told(merged)).contains("+converted manual link rule");
    RestatedPerson split = person(SAME, OPEN, 5, CONVERTED, 4);
    split.evidence(Kind.FRESH, 1);
    assertThat(told(split)).containsExactly("-open split", "+converted split");
  }

  @Test
  void aPersonThatIsGoneWentIntoAnotherOrFellApart() {
    RestatedPerson gone = new RestatedPerson(false, SAME);
    gone.lap(Kind.FORMER, 1, 3, Map.of("ZMOT-FMOT", OPEN));
    assertThat(told(gone)).containsExactly("-open split");
    gone.evidence(Kind.WENT, 0);
    assertThat(told(gone)).containsExactly("-open merge");
    gone.evidence(Kind.WENT_BY_RULE, 0);
    assertThat(told(gone)).containsExactly("-open manual link rule");
  }

  @Test
  void aPersonWithTouchesOfBeforeCameOutOfAnother() {
    RestatedPerson person = new RestatedPerson(false, SAME);
    person.lap(Kind.NOW, 1, 2, Map.of("ZMOT-FMOT", OPEN));
    person.evidence(Kind.FRESH, 1);
    assertThat(told(person)).containsExactly("+open split");
    person.evidence(Kind.FRESH, 1);
    assertThat(told(person)).as("every touch is new").containsExactly("+open new touch");
  }

  @Test
  void newRulesDoNotMakeALapOfNewTouches() {
    RestatedPerson person = person(RULES, OPEN, 3, OPEN, 3);
    person.lap(Kind.NOW, 2, 1, Map.of("ZMOT-FMOT", new Part(31, "open", 9)));
    person.evidence(Kind.FRESH, 2);
    assertThat(told(person)).containsExactly("+open new touch");
  }

  @Test
  void anotherLapsTouchMayConvertThisOne() {
    RestatedPerson person = person(SAME, OPEN, 3, CONVERTED, 3);
    person.lap(Kind.NOW, 2, 1, Map.of());
    person.evidence(Kind.LATE, 2);
    assertThat(told(person)).containsExactly("-open late touch", "+converted late touch");
  }

  @Test
  void anErasedPersonsLapsGoWhoeverTheyWere() {
    RestatedPerson erased = new RestatedPerson(true, RULES);
    erased.lap(Kind.FORMER, 1, 3, Map.of("ZMOT-FMOT", OPEN));
    erased.lap(Kind.FORMER, 1, 3, Map.of("ZMOT-FMOT", DROPPED));
    assertThat(told(erased)).containsExactly("-open erasure", "-dropped erasure");
  }

  private static RestatedPerson person(
      SettingsChange settings, Part before, int touches, Part after, int touchesNow) {
    RestatedPerson person = new RestatedPerson(false, settings);
    person.lap(Kind.FORMER, 1, touches, Map.of("ZMOT-FMOT", before));
    person.lap(Kind.NOW, 1, touchesNow, Map.of("ZMOT-FMOT", after));
    return person;
  }

  private static List<String> told(RestatedPerson person) {
    List<String> told = new ArrayList<>();
    person.tell(
        (part, cohort, state, cause, change) ->
            told.add((change > 0 ? "+" : "-") + state + " " + cause.label()));
    return told;
  }
}
