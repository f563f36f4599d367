package org.rackvidd.configuration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds any number of words in one pass over a text, however many there are (Aho and Corasick 1975,
 * with every transition worked out beforehand).
 */
final class WordAutomaton {
  private static final int START = 0;

  /** The column of each character in {@code next}; 0 for those in no word. */
  private final char[] columns = new char[Character.MAX_VALUE + 1];

  private final int width;

  /** The state that follows, at state * width + column. */
  private final int[] next;

  /** What has been found on reaching a state; null where nothing. */
  private final int[][] found;

  /**
   * @param needles what to find, and the numbers to report for each
   */
  WordAutomaton(Map<String, BitSet> needles) {
    width = 1 + numberCharacters(needles);
    List<Map<Character, Integer>> tree = new ArrayList<>();
    List<BitSet> reports = new ArrayList<>();
    growTree(needles, tree, reports);
    next = new int[tree.size() * width];
    connect(tree, reports);
    found = reports.stream().map(WordAutomaton::numbers).toArray(int[][]::new);
  }

  /** Marks the number of every needle that stands in the text. */
  void find(String text, BitSet numbers) {
    int state = START;
    for (int i = 0; i < text.length(); i++) {
      state = next[state * width + columns[text.charAt(i)]];
      int[] reached = found[state];
      if (reached != null) {
        for (int number : reached) {
          numbers.set(number);
        }
      }
    }
  }

  private int numberCharacters(Map<String, BitSet> needles) {
    char last = 0;
    for (String needle : needles.keySet()) {
      for (int i = 0; i < needle.length(); i++) {
        if (columns[needle.charAt(i)] == 0) {
          columns[needle.charAt(i)] = ++last;
        }
      }
    }
    return last;
  }

  private static void growTree(
      Map<String, BitSet> needles, List<Map<Character, Integer>> tree, List<BitSet> reports) {
    tree.add(new HashMap<>());
    reports.add(new BitSet());
    needles.forEach(
        (needle, numbers) -> {
          int state = START;
          for (int i = 0; i < needle.length(); i++) {
            char c = needle.charAt(i);
            Integer child = tree.get(state).get(c);
            if (child == null) {
              child = tree.size();
              tree.get(state).put(c, child);
              tree.add(new HashMap<>());
              reports.add(new BitSet());
            }
            state = child;
          }
          reports.get(state).or(numbers);
        });
  }

  /** Breadth first: a state's row starts as that of its longest proper suffix in the tree. */
  private void connect(List<Map<Character, Integer>> tree, List<BitSet> reports) {
    int[] suffix = new int[tree.size()];
    var queue = new ArrayDeque<Integer>(List.of(START));
    while (!queue.isEmpty()) {
      int state = queue.remove();
      if (state != START) {
        System.arraycopy(next, suffix[state] * width, next, state * width, width);
        reports.get(state).or(reports.get(suffix[state]));
      }
      tree.get(state)
          .forEach(
              (c, child) -> {
                int at = state * width + columns[c];
                suffix[child] = state == START ? START : next[at];
                next[at] = child;
                queue.add(child);
              });
    }
  }

  private static int[] numbers(BitSet set) {
    return set.isEmpty() ? null : set.stream().toArray();
  }
}
