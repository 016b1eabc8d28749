package giro.app;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the doctor saw of one thing.
 *
 * @param about a short name
 * @param saw what is there
 * @param remedy what to do; empty where nothing is to be done
 */
record Finding(State state, String about, String saw, String remedy) {
  enum State {
    OK,
    WARNING,
    PROBLEM
  }

  static Finding ok(String about, String saw) {
    return new Finding(State.OK, about, saw, "");
  }

  static Finding warning(String about, String saw, String remedy) {
    return new Finding(State.WARNING, about, saw, remedy);
  }

  static Finding problem(String about, String saw, String remedy) {
    return new Finding(State.PROBLEM, about, saw, remedy);
  }

  String line() {
    String text = String.format("%-8s %-10s %s", word(), about, saw);
    return remedy.isEmpty() ? text : text + ": " + remedy;
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("check", about);
    json.put("state", word());
    json.put("saw", saw);
    json.put("do", remedy);
    return json;
  }

  private String word() {
    return state.name().toLowerCase(java.util.Locale.ROOT);
  }
}
