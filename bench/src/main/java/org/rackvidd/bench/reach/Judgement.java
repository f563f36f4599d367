package org.rackvidd.bench.reach;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.rackvidd.lake.Lake;
import org.rackvidd.yaml.StrictYaml;

/**
 * Holds what a lake says of reach against the truth of the simulated world that its exports come
 * from. Each number the lake gives bounds for is a {@link Claim}.
 */
public final class Judgement {
  private static final String REACH = "results.reach";
  private static final String OVERLAP = "results.reach_overlap";
  private static final String FREQUENCY = "results.reach_frequency";
  private static final String STATED = "event = 'impression' AND audience <> 'unassigned'";
  private static final String VISITS = "event = 'visit' AND audience = 'all'";

  private final Lake lake;
  private final Path truth;

  /**
   * A number of people, or a share, with what is so.
   *
   * @param what names it, with its place
   * @param method how the lake says that it is known
   * @param high null where the lake knows no limit
   */
  public record Claim(String what, String method, double low, Double high, double truth) {
    private static final double ROUNDING = 1e-9;

    /** Whether what is so lies within the bounds. */
    public boolean holds() {
      return low <= truth + ROUNDING && (high == null || truth <= high + ROUNDING);
    }

    /** Whether the bounds are an interval that holds the truth most of the time, not always. */
    public boolean isEstimate() {
      return "sketch".equals(method);
    }
  }

  /**
   * Bounds beside the pair that the largest part and the sum of the parts make.
   *
   * @param what names the place
   * @param sum null where nothing limits a part
   * @param reachable people that can be reached at all
   * @param isNested whether of all parts the months are stated beside the days
   */
  public record Width(
      String what, long low, Long high, long largest, Long sum, long reachable, boolean isNested) {

    /** Whether they are wider in either direction than the pair within what can be reached. */
    public boolean isWider() {
      long naive = sum == null ? reachable : Math.max(largest, Math.min(sum, reachable));
      return low < largest || high == null || high > naive;
    }

    /** How wide they are beside the pair; NaN where that is one number or has no end. */
    public double ratio() {
      return sum == null || sum <= largest ? Double.NaN : (double) (high - low) / (sum - largest);
    }
  }

  /**
   * @param world as simulate has written it
   */
  public Judgement(Lake lake, Path world) {
    this.lake = lake;
    this.truth = world.resolve("truth");
  }

  /** Every place that platforms' statements say something about. */
  public List<Claim> reach() throws IOException {
    String[] place = {"channel", "audience", "delivery"};
    Map<String, Long> people = new HashMap<>();
    read("reach.csv", row -> people.put(key(row, place), number(row)));
    List<Claim> claims = new ArrayList<>();
    for (Row row : rows(REACH, STATED + " AND reach_low IS NOT NULL")) {
      claims.add(claim(row, "reach", "reach_method", people.getOrDefault(key(row, place), 0L)));
    }
    return claims;
  }

  /** Places that somebody was reached in and the lake has no row for. */
  public List<String> leftOut() throws IOException {
    String[] place = {"channel", "audience", "delivery"};
    Set<String> there =
        rows(REACH, "event = 'impression'").stream()
            .map(row -> key(row, place))
            .collect(Collectors.toSet());
    List<String> leftOut = new ArrayList<>();
    read(
        "reach.csv",
        row -> {
          if (!there.contains(key(row, place))) {
            leftOut.add(key(row, place));
          }
        });
    return leftOut;
  }

  /** People who were reached k times and oftener. */
  public List<Claim> frequencies() throws IOException {
    String[] place = {"channel", "audience", "times"};
    Map<String, Long> people = new HashMap<>();
    read("frequency.csv", row -> people.put(key(row, place), number(row)));
    List<Claim> claims = new ArrayList<>();
    for (Row row : rows(FREQUENCY, STATED + " AND people_low IS NOT NULL")) {
      claims.add(claim(row, "people", "method", people.getOrDefault(key(row, place), 0L)));
    }
    return claims;
  }

  /** Whom two channels reached both, one only, or either, by what platforms state. */
  public List<Claim> overlaps() throws IOException {
    Map<String, List<Exactly>> people = new HashMap<>();
    read("overlap.csv", row -> add(people, key(row, "audience"), row));
    return overlaps(STATED, people, "audience");
  }

  /**
   * Every channel and period beside the naive pair of bounds, deliveries and audiences together.
   *
   * @param reachable people that can be reached at all
   */
  public List<Width> widths(long reachable) {
    List<Width> widths = new ArrayList<>();
    String query = StrictYaml.resourceText("org/rackvidd/bench/reach/naive_pair.sql");
    for (Row row : lake.spark().sql(query).collectAsList()) {
      widths.add(
          new Width(
              row.toString(),
              row.getAs("low"),
              row.getAs("high"),
              row.getAs("largest_part"),
              row.getAs("sum_of_parts"),
              reachable,
              row.getAs("is_nested")));
    }
    return widths;
  }

  /** Visitors, of whom hashes are known. */
  public List<Claim> visitors() throws IOException {
    String[] place = {"event", "channel"};
    Map<String, Long> people = new HashMap<>();
    read("web_reach.csv", row -> people.put(key(row, place), number(row)));
    List<Claim> claims = new ArrayList<>();
    for (Row row : rows(REACH, VISITS + " AND delivery = 'all' AND reach_low IS NOT NULL")) {
      claims.add(claim(row, "reach", "reach_method", people.getOrDefault(key(row, place), 0L)));
    }
    return claims;
  }

  /** Visitors who came by two channels, by one only, or by either. */
  public List<Claim> overlapsOfVisitors() throws IOException {
    Map<String, List<Exactly>> people = new HashMap<>();
    read("web_overlap.csv", row -> add(people, key(row, "event"), row));
    return overlaps(VISITS, people, "event");
  }

  private List<Claim> overlaps(
      String condition, Map<String, List<Exactly>> people, String... place) {
    List<Claim> claims = new ArrayList<>();
    for (Row row : rows(OVERLAP, condition + " AND people_both_low IS NOT NULL")) {
      List<Exactly> exactly = people.getOrDefault(key(row, place), List.of());
      String first = row.getAs("channel_a");
      String second = row.getAs("channel_b");
      long both = 0;
      long firstOnly = 0;
      long secondOnly = 0;
      for (Exactly set : exactly) {
        boolean isFirst = set.channels().contains(first);
        boolean isSecond =
            second.equals("others")
                ? set.channels().size() > (isFirst ? 1 : 0)
                : set.channels().contains(second);
        both += isFirst && isSecond ? set.people() : 0;
        firstOnly += isFirst && !isSecond ? set.people() : 0;
        secondOnly += isSecond && !isFirst ? set.people() : 0;
      }
      long union = both + firstOnly + secondOnly;
      claims.add(claim(row, "people_both", "method", both));
      claims.add(claim(row, "people_a_only", "method", firstOnly));
      claims.add(claim(row, "people_b_only", "method", secondOnly));
      claims.add(claim(row, "incremental", "method", secondOnly));
      claims.add(claim(row, "people_union", "method", union));
      claims.add(claim(row, "jaccard", "method", union == 0 ? 0 : (double) both / union));
    }
    return claims;
  }

  /** People who were reached by these channels and no others. */
  private record Exactly(Set<String> channels, long people) {}

  private static void add(Map<String, List<Exactly>> people, String key, NamedCsvRecord row) {
    Set<String> channels =
        Arrays.stream(row.getField("exactly").split("\\+"))
            .map(way -> way.replaceFirst("/.*", ""))
            .collect(Collectors.toSet());
    people.computeIfAbsent(key, none -> new ArrayList<>()).add(new Exactly(channels, number(row)));
  }

  private List<Row> rows(String table, String condition) {
    return lake.table(table).where(condition).collectAsList();
  }

  private void read(String name, Consumer<NamedCsvRecord> rows) throws IOException {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(truth.resolve(name))) {
      csv.forEach(rows);
    }
  }

  private static long number(NamedCsvRecord row) {
    return Long.parseLong(row.getField("people"));
  }

  private static Claim claim(Row row, String figure, String method, Number truth) {
    Number low = row.getAs(figure + "_low");
    Number high = row.getAs(figure + "_high");
    return new Claim(
        figure + " of " + row,
        row.getAs(method),
        low.doubleValue(),
        high == null ? null : high.doubleValue(),
        truth.doubleValue());
  }

  private static String key(NamedCsvRecord row, String... columns) {
    return period(row.getField("period_kind"), row.getField("period_start"))
        + Arrays.stream(columns).map(row::getField).collect(Collectors.joining(" ", " ", ""));
  }

  private static String key(Row row, String... columns) {
    return period(row.getAs("period_kind"), row.getAs("period_start").toString())
        + Arrays.stream(columns)
            .map(column -> row.getAs(column).toString())
            .collect(Collectors.joining(" ", " ", ""));
  }

  /** All time begins with the first figure there is, which differs between tables. */
  private static String period(String kind, String start) {
    return kind.equals("all") ? kind : kind + " " + start;
  }
}
