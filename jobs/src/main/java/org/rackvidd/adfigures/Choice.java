package org.rackvidd.adfigures;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Goes through rows family by family: which are kept, which set aside, and what is left over. */
final class Choice implements MapPartitionsFunction<Row, Row> {
  static final String STATED = "stated";
  private static final String RESIDUAL = "residual";
  private static final long serialVersionUID = 1L;

  private final StructType given;
  private final StructType chosen;
  private final List<String> additive;
  private final Nesting nesting;

  /**
   * @param given columns of the rows, sorted by channel, account_id and family; what is_former_name
   *     is no statement to be chosen, but tells what its entity was called at some time
   * @param chosen columns of results.ad_figures, and the reason for which a row is set aside
   */
  Choice(StructType given, StructType chosen, List<String> additive, Nesting nesting) {
    this.given = given;
    this.chosen = chosen;
    this.additive = List.copyOf(additive);
    this.nesting = nesting;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    return new Families(rows);
  }

  private final class Families implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final AdRows form = new AdRows(given, chosen, additive);
    private Row ahead;
    private Iterator<Row> ready = List.<Row>of().iterator();

    Families(Iterator<Row> rows) {
      this.rows = rows;
      this.ahead = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
      while (!ready.hasNext() && ahead != null) {
        ready = chosen(next(new ArrayList<>())).iterator();
      }
      return ready.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.next();
    }

    private List<Row> next(List<Row> family) {
      Row first = ahead;
      while (ahead != null && form.isOfOneFamily(first, ahead)) {
        family.add(ahead);
        ahead = rows.hasNext() ? rows.next() : null;
      }
      return family;
    }

    private List<Row> chosen(List<Row> family) {
      List<Statement> statements = new ArrayList<>();
      List<KnownNames.Names> names = new ArrayList<>();
      for (Row row : family) {
        statements.add(form.statement(statements.size(), row));
        names.add(form.names(row));
      }
      List<Statement> counted =
          KnownNames.resolved(statements, names).stream()
              .filter(statement -> !form.isFormerName(family.get(statement.row())))
              .toList();
      Selection selection =
          new Selection(counted, additive.size(), additive.indexOf("spend"), nesting);
      List<Row> chosen = new ArrayList<>();
      for (Statement kept : selection.stated) {
        chosen.add(
            form.stated(
                family.get(kept.row()),
                kept.entity(),
                STATED,
                selection.wholeKnown(kept),
                selection.exceedsWhole(kept)));
      }
      for (Cover.SetAside aside : selection.setAside) {
        chosen.add(form.setAside(family.get(aside.statement().row()), aside.reason()));
      }
      for (Residual residual : summed(selection.residuals)) {
        Statement of = residual.of();
        chosen.add(
            form.residual(
                family.get(of.row()),
                residual,
                RESIDUAL,
                selection.wholeKnown(of),
                selection.exceedsWhole(of)));
      }
      return chosen;
    }
  }

  /** One residual per entity, period and cell. */
  private static List<Residual> summed(List<Residual> residuals) {
    record Grain(Entity entity, long start, long end, String breakdown) {}
    Map<Grain, Residual> byGrain = new LinkedHashMap<>();
    for (Residual each : residuals) {
      Statement of = each.of();
      Grain grain = new Grain(each.entity(), of.start(), of.end(), of.breakdown());
      byGrain.merge(
          grain,
          each,
          (a, b) -> {
            Figures sum = a.figures().copy();
            sum.add(b.figures());
            return new Residual(a.of(), a.entity(), sum);
          });
    }
    return List.copyOf(byGrain.values());
  }
}
