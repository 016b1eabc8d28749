package giro.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The worlds that stitching is measured on are as dirty as they say. */
class WorldsTest {
  private static final int PEOPLE = 3000;
  private static final long SEED = 7;

  private record Told(Person person, Act act) {}

  private static Population world(String name) {
    Path profile = Path.of("src/main/resources/giro/simulate/" + name + ".conf");
    return Population.observed(ReadProfile.read(profile), SEED, 975);
  }

  private static List<Told> touches(Population world) {
    List<Told> touches = new ArrayList<>();
    for (long index = 0; index < PEOPLE; index++) {
      Population.Lived lived = world.live(index);
      new Recognition(world, lived.person()).recognise(lived.acts());
      lived.acts().removeIf(act -> act.has(Act.OWN_REGISTRATION) || act.at >= world.until);
      lived.acts().forEach(act -> touches.add(new Told(lived.person(), act)));
    }
    return touches;
  }

  private static double share(List<Told> touches, Predicate<Act> is) {
    return touches.stream().filter(told -> is.test(told.act())).count() / (double) touches.size();
  }

  private static boolean isPublic(Act act) {
    return act.cookie >= Browsers.SHOWROOM || act.has(Act.SHOWROOM_TABLET);
  }

  private static boolean isFamilys(Act act) {
    return act.cookie == Browsers.SHARED_TABLET;
  }

  private static boolean isFilled(Act act) {
    return act.carries(Act.PLACEHOLDER | Act.NO_COOKIE | Act.NO_LOGIN);
  }

  @Test
  void theHostileWorldIsWhatItsFileSays() {
    List<Told> touches = touches(world("hostile"));
    assertThat(share(touches, WorldsTest::isPublic)).as("public").isCloseTo(0.05, within(0.008));
    assertThat(share(touches, WorldsTest::isFamilys)).as("family").isCloseTo(0.10, within(0.015));
    assertThat(share(touches, WorldsTest::isFilled)).as("filled").isCloseTo(0.02, within(0.004));
    List<Told> typed =
        touches.stream()
            .filter(
                told ->
                    told.act().carries(Act.EMAIL)
                        && told.act().kind.source == Source.WEB
                        && told.act().kind != EventKind.LOGIN)
            .toList();
    assertThat(share(typed, act -> act.carries(Act.EMAIL_TYPO)))
        .as("mistyped")
        .isCloseTo(0.03, within(0.005));
  }

  @Test
  void theCleanWorldHasNoDirt() {
    List<Told> touches = touches(world("clean"));
    assertThat(touches)
        .noneMatch(told -> isPublic(told.act()) || isFamilys(told.act()) || isFilled(told.act()))
        .noneMatch(told -> told.act().carries(Act.EMAIL_TYPO | Act.PHONE_TYPO | Act.SWITCHBOARD));
  }

  @Test
  void theTypicalWorldStandsBetweenThem() {
    List<Told> touches = touches(world("typical"));
    assertThat(share(touches, WorldsTest::isPublic)).as("public").isCloseTo(0.01, within(0.003));
    assertThat(share(touches, WorldsTest::isFamilys)).as("family").isCloseTo(0.03, within(0.008));
    assertThat(share(touches, WorldsTest::isFilled)).as("filled").isCloseTo(0.01, within(0.003));
  }

  @Test
  void linksCanFindMostPairsInEachOfThem() {
    assertThat(reachable("clean")).isGreaterThan(0.99);
    assertThat(reachable("typical")).isGreaterThan(0.97);
    assertThat(reachable("hostile")).isGreaterThan(0.92);
  }

  private static double reachable(String name) {
    return new Stitching(Stitching.touches(world(name), PEOPLE)).reachable().recall();
  }

  /** Staff help on the brand's own devices: in opening hours, and with files open in part. */
  @Test
  void onADeviceOfTheBrandsSomeAreLookedUpAndSomeStayUnknown() {
    Map<String, List<Act>> visits = new HashMap<>();
    for (Told told : touches(world("hostile"))) {
      Act act = told.act();
      if (act.cookie >= Browsers.SHOWROOM && act.kind.source == Source.WEB) {
        String visit = told.person().index() + " " + act.session + " " + act.cookie;
        visits.computeIfAbsent(visit, v -> new ArrayList<>()).add(act);
      }
    }
    assertThat(visits.values())
        .as("a visit begins while somebody is there to help")
        .allMatch(visit -> visit.stream().anyMatch(act -> Scene.isOpen(act.trueAt)));
    long all = visits.size();
    long known = count(visits, act -> act.carries(Act.LOGIN | Act.EMAIL));
    long alone = count(visits, act -> !act.carries(Act.LOGIN | Act.EMAIL));
    assertThat(known / (double) all).as("visits of known customers").isBetween(0.7, 0.95);
    assertThat(alone / (double) all).as("visits with unknown touches").isBetween(0.15, 0.4);
    assertThat(known + alone).as("in some both stand side by side").isGreaterThan(all);
    Set<Integer> places = new HashSet<>();
    visits.values().forEach(visit -> places.add(visit.get(0).cookie));
    assertThat(places).containsExactlyInAnyOrder(Browsers.SHOWROOM, Browsers.SHOWROOM + 1);
  }

  private static long count(Map<String, List<Act>> visits, Predicate<Act> is) {
    return visits.values().stream().filter(visit -> visit.stream().anyMatch(is)).count();
  }

  @Test
  void aSaleUntoldEndsNoOwnershipInAnyRow() {
    List<Told> hostile = touches(world("hostile"));
    double untold =
        share(
            hostile.stream()
                .filter(told -> told.act().kind == EventKind.VEHICLE_RETURNED_OR_SOLD)
                .toList(),
            act -> act.has(Act.UNTOLD));
    assertThat(untold).isCloseTo(0.3, within(0.08));
    Society society = Society.of(world("hostile"), 1000);
    Chapter told = new Chronicle(world("hostile"), society).persons(0, 1000);
    long rows = told.touches.size();
    long acts = hostile.stream().filter(each -> each.person().index() < 1000).count();
    long silent =
        hostile.stream()
            .filter(each -> each.person().index() < 1000 && each.act().has(Act.UNTOLD))
            .count();
    assertThat(silent).as("there are some among these").isPositive();
    assertThat(rows).isEqualTo(acts - silent);
  }
}
