package org.rackvidd.bench.simulation;

import java.util.List;

/** Names of places that do not exist, as many as needed. */
final class Places {
  private static final List<String> BEGINNINGS =
      List.of(
          "Björk", "Gran", "Tall", "Lind", "Ek", "Ask", "Alm", "Rönn", "Häll", "Sten", "Sand",
          "Norr", "Söder", "Öster", "Väster", "Fager", "Grön", "Kvarn", "Älv", "Sjö", "Berg", "Dal",
          "Hög", "Ljung", "Vind", "Sol", "Hav", "Skog", "Äng", "Ler");
  private static final List<String> ENDS =
      List.of(
          "vika", "lunda", "hult", "köping", "torp", "sund", "näs", "fors", "hamn", "by", "ås",
          "strand", "tuna", "mark", "ryd", "sala", "viken", "berga", "holm", "stad");
  private static final List<String> QUARTERS = List.of("", "Norra ", "Södra ", "Östra ", "Västra ");

  private Places() {}

  /** The place of a number; the number is part of the name once the names run out. */
  static String name(int number) {
    int rest = number / BEGINNINGS.size();
    int quarter = rest / ENDS.size();
    String place =
        QUARTERS.get(quarter % QUARTERS.size())
            + BEGINNINGS.get(number % BEGINNINGS.size())
            + ENDS.get(rest % ENDS.size());
    int round = quarter / QUARTERS.size();
    return round == 0 ? place : place + " " + (round + 1);
  }
}
