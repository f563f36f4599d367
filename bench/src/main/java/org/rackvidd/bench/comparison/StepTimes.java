package org.rackvidd.bench.comparison;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** How long each step takes each side. */
final class StepTimes implements Measurement {
  private static final List<String> NOTES =
      List.of(
          Finding.NONE + " a step the side does not have, or whose files are not in the data.",
          "The whole night is all steps a side has: compare the steps all have. Processor time",
          "hardly depends on what else the machine did.",
          "DuckDB and Spark do without: an account of every row, what changed since an earlier export,",
          "audiences, categories, paid and organic, rates by followers, intervals of rates, what ranges of",
          "ads have more than their days, and going on from the night before.",
          "Not among the files, for any side: Google Analytics, LinkedIn, YouTube, and ads of Google,",
          "LinkedIn and TikTok.");

  @Override
  public Finding take(Laboratory laboratory) throws IOException {
    Rounds rounds = laboratory.rounds();
    List<List<String>> rows = new ArrayList<>();
    for (Step step : Step.values()) {
      Map<Contender, OptionalDouble> medians = new EnumMap<>(Contender.class);
      for (Contender contender : Contender.values()) {
        medians.put(contender, rounds.median(contender, step));
      }
      rows.add(row(step.title, medians));
    }
    Set<Step> common = rounds.common();
    Map<Contender, OptionalDouble> shared = new EnumMap<>(Contender.class);
    Map<Contender, OptionalDouble> processor = new EnumMap<>(Contender.class);
    Map<Contender, OptionalDouble> whole = new EnumMap<>(Contender.class);
    for (Contender contender : Contender.values()) {
      shared.put(contender, OptionalDouble.of(rounds.night(contender, common)));
      processor.put(
          contender,
          OptionalDouble.of(rounds.median(contender, run -> run.processorTotal(common))));
      whole.put(contender, OptionalDouble.of(rounds.night(contender)));
    }
    rows.add(row("steps all have", shared));
    rows.add(row("their processor time", processor));
    rows.add(isWholeFor(rounds, common) ? row("whole night", whole) : times("whole night", whole));
    return new Finding(
        "Seconds, median of %d rounds".formatted(laboratory.conditions().rounds()),
        header(),
        rows,
        NOTES,
        Agreement.disagreements(rounds.runs()),
        rounds.runs());
  }

  /** The picture of the table, without its sums. */
  static BarChart chart(Laboratory laboratory) throws IOException {
    Rounds rounds = laboratory.rounds();
    List<Contender> contenders = List.of(Contender.values());
    List<BarChart.Group> groups = new ArrayList<>();
    StringJoiner sentences = new StringJoiner(" ");
    for (Step step : Step.values()) {
      List<OptionalDouble> medians =
          contenders.stream().map(contender -> rounds.median(contender, step)).toList();
      groups.add(new BarChart.Group(step.title, medians));
      StringJoiner sentence = new StringJoiner(", ", step.title + ": ", ".");
      for (int i = 0; i < medians.size(); i++) {
        sentence.add(contenders.get(i).title + " " + cell(medians.get(i)));
      }
      sentences.add(sentence.toString());
    }
    return new BarChart(
        String.format(
            Locale.ROOT,
            "Seconds per step, %,d rows, %d cores",
            laboratory.exports().rows(),
            laboratory.conditions().cores()),
        sentences.toString(),
        contenders.stream().map(contender -> contender.title).toList(),
        groups);
  }

  private static List<String> header() {
    List<String> header = new ArrayList<>(List.of("step"));
    Arrays.stream(Contender.values()).map(contender -> contender.title).forEach(header::add);
    others().map(other -> Contender.RACKVIDD.title + " / " + other.title).forEach(header::add);
    return header;
  }

  private static Stream<Contender> others() {
    return Arrays.stream(Contender.values()).skip(1);
  }

  /**
   * Whether the steps that all sides have are all that any has: else their nights do not compare.
   */
  private static boolean isWholeFor(Rounds rounds, Set<Step> common) {
    return rounds.runs().stream().allMatch(run -> run.seconds().keySet().equals(common));
  }

  private static List<String> times(String title, Map<Contender, OptionalDouble> seconds) {
    List<String> row = new ArrayList<>(List.of(title));
    seconds.values().forEach(median -> row.add(cell(median)));
    others().forEach(other -> row.add(Finding.NONE));
    return row;
  }

  private static List<String> row(String title, Map<Contender, OptionalDouble> seconds) {
    List<String> row = new ArrayList<>(List.of(title));
    seconds.values().forEach(median -> row.add(cell(median)));
    OptionalDouble ours = seconds.get(Contender.RACKVIDD);
    others().map(other -> ratio(ours, seconds.get(other))).map(StepTimes::cell).forEach(row::add);
    return row;
  }

  private static OptionalDouble ratio(OptionalDouble ours, OptionalDouble theirs) {
    return ours.isPresent() && theirs.isPresent()
        ? OptionalDouble.of(ours.getAsDouble() / theirs.getAsDouble())
        : OptionalDouble.empty();
  }

  private static String cell(OptionalDouble number) {
    return number.isPresent()
        ? String.format(Locale.ROOT, "%.2f", number.getAsDouble())
        : Finding.NONE;
  }
}
