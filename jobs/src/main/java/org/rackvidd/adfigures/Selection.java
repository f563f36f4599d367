package org.rackvidd.adfigures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rackvidd.adfigures.Amounts.Amount;

/**
 * Of all that was stated about some campaigns what may be added up, so that within one set of
 * dimensions everything is there once.
 */
final class Selection {
  static final String NESTED = "nested_conversion";
  static final String NAMED = "same_by_name";
  static final String TOTAL = "total_of_cells";
  private static final String UNKNOWN = "=unknown";
  private static final String WHOLE = "";

  private record Place(Entity entity, long start, long end) {
    static Place of(Statement statement) {
      return new Place(statement.entity(), statement.start(), statement.end());
    }
  }

  private record Cells(Place place, String dimensions) {}

  private final int figures;
  private final Map<Place, Statement> wholes = new HashMap<>();
  private final Set<Cells> exceeding = new HashSet<>();
  final List<Statement> stated = new ArrayList<>();
  final List<Residual> residuals = new ArrayList<>();
  final List<Cover.SetAside> setAside = new ArrayList<>();

  /**
   * @param statements of several about one entity, period and cell, as they come of an export with
   *     ids and one with names, the newest counts
   * @param figures number of figures each has
   * @param spend which of them is the money
   */
  Selection(List<Statement> statements, int figures, int spend, Nesting nesting) {
    this.figures = figures;
    List<Statement> widest = withoutTotals(widest(newest(statements), nesting));
    widest.stream()
        .filter(s -> s.dimensions().equals(WHOLE))
        .forEach(s -> wholes.put(Place.of(s), s));
    widest.stream()
        .collect(
            Collectors.groupingBy(Statement::dimensions, LinkedHashMap::new, Collectors.toList()))
        .forEach((dimensions, cells) -> choose(dimensions, cells, spend));
  }

  private void choose(String dimensions, List<Statement> cells, int spend) {
    Amounts kept = new Amounts(figures);
    cells.stream()
        .collect(
            Collectors.groupingBy(Statement::breakdown, LinkedHashMap::new, Collectors.toList()))
        .values()
        .forEach(cell -> keep(new Cover(cell, new Amounts(figures)), kept));
    if (!dimensions.equals(WHOLE)) {
      residuals.addAll(new Cover(wholesOf(cells, spend), kept).residuals);
    }
  }

  private void keep(Cover cell, Amounts kept) {
    stated.addAll(cell.stated);
    residuals.addAll(cell.residuals);
    setAside.addAll(cell.setAside);
    cell.stated.forEach(s -> kept.add(new Amount(s.entity(), s.start(), s.end(), s.figures())));
    cell.residuals.forEach(
        r -> kept.add(new Amount(r.entity(), r.of().start(), r.of().end(), r.figures())));
  }

  /** Whether the whole that the statement is a cell of was stated. */
  boolean wholeKnown(Statement statement) {
    return wholes.containsKey(Place.of(statement));
  }

  /** Whether more was spent in the cells of the statement's place than was stated for the whole. */
  boolean exceedsWhole(Statement statement) {
    return exceeding.contains(new Cells(Place.of(statement), statement.dimensions()));
  }

  private List<Statement> newest(List<Statement> statements) {
    record Cell(Place place, String breakdown) {}
    Map<Cell, Statement> newest = new LinkedHashMap<>();
    for (Statement each : statements) {
      newest.merge(
          new Cell(Place.of(each), each.breakdown()),
          each,
          (a, b) -> {
            boolean isFirst = Statement.FINEST_FIRST.compare(a, b) <= 0;
            setAside.add(new Cover.SetAside(isFirst ? b : a, NAMED));
            return isFirst ? a : b;
          });
    }
    return List.copyOf(newest.values());
  }

  private List<Statement> widest(List<Statement> statements, Nesting nesting) {
    record Nest(Place place, String cell) {}
    record Found(Statement statement, int rank) {}
    Map<Nest, Found> widest = new HashMap<>();
    Map<Statement, Nest> nests = new HashMap<>();
    for (Statement each : statements) {
      Nesting.Rank rank = nesting.rank(each.breakdown());
      if (rank != null) {
        Nest nest = new Nest(Place.of(each), rank.cell());
        nests.put(each, nest);
        widest.merge(nest, new Found(each, rank.rank()), (a, b) -> a.rank() <= b.rank() ? a : b);
      }
    }
    List<Statement> kept = new ArrayList<>();
    for (Statement each : statements) {
      Nest nest = nests.get(each);
      if (nest == null || widest.get(nest).statement().equals(each)) {
        kept.add(each);
      } else {
        setAside.add(new Cover.SetAside(each, NESTED));
      }
    }
    return kept;
  }

  /** A cell without a name may be a total that bears no label: then it is the sum of the others. */
  private List<Statement> withoutTotals(List<Statement> statements) {
    Map<Cells, List<Statement>> nameless = new LinkedHashMap<>();
    Map<Cells, List<Statement>> named = new HashMap<>();
    for (Statement each : statements) {
      (isNameless(each) ? nameless : named)
          .computeIfAbsent(new Cells(Place.of(each), each.dimensions()), cells -> new ArrayList<>())
          .add(each);
    }
    Set<Statement> totals = new HashSet<>();
    nameless.forEach(
        (cells, of) -> {
          Figures sum = Figures.unknown(figures);
          List<Statement> others = named.getOrDefault(cells, List.of());
          others.forEach(other -> sum.add(other.figures()));
          of.stream()
              .filter(cell -> others.size() > 1 && cell.figures().agreesWith(sum))
              .forEach(totals::add);
        });
    totals.forEach(total -> setAside.add(new Cover.SetAside(total, TOTAL)));
    return statements.stream().filter(each -> !totals.contains(each)).toList();
  }

  private static boolean isNameless(Statement statement) {
    return !statement.dimensions().equals(WHOLE)
        && Arrays.stream(statement.breakdown().split(";")).allMatch(cell -> cell.endsWith(UNKNOWN));
  }

  /** The wholes that were stated beside cells, for these dimensions. */
  private List<Statement> wholesOf(List<Statement> cells, int spend) {
    Map<Cells, Figures> sums = new LinkedHashMap<>();
    for (Statement each : cells) {
      sums.computeIfAbsent(
              new Cells(Place.of(each), each.dimensions()), k -> Figures.unknown(figures))
          .add(each.figures());
    }
    List<Statement> found = new ArrayList<>();
    sums.forEach(
        (beside, sum) -> {
          Statement whole = wholes.get(beside.place());
          if (whole != null) {
            found.add(asCells(whole, beside.dimensions()));
            if (whole.figures().knows(spend)
                && sum.knows(spend)
                && sum.get(spend) > whole.figures().get(spend)) {
              exceeding.add(beside);
            }
          }
        });
    return found;
  }

  private static Statement asCells(Statement whole, String dimensions) {
    String unknown =
        Arrays.stream(dimensions.split(";"))
            .map(name -> name + "=unknown")
            .collect(Collectors.joining(";"));
    return new Statement(
        whole.row(),
        whole.entity(),
        whole.start(),
        whole.end(),
        unknown,
        dimensions,
        whole.observedAt(),
        whole.fileId(),
        whole.line(),
        true,
        whole.figures());
  }
}
