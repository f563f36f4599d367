package org.rackvidd.adfigures;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.rackvidd.adfigures.Amounts.Amount;

/**
 * Picks from the statements about one cell those that cover all of it and nothing twice. The finest
 * come first; one that shares money with what was kept is set aside, and what it has more is kept
 * as a residual. Of a whole only what it has more than is kept already.
 */
final class Cover {
  static final String DAYS = "covered_by_days";
  static final String SHORTER = "covered_by_shorter_periods";
  static final String OVERLAPS = "overlaps";
  private static final String[] DEEPER = {
    "", "covered_by_campaigns", "covered_by_ad_sets", "covered_by_ads"
  };

  record SetAside(Statement statement, String reason) {}

  /**
   * What holds a statement that was set aside as well as all that covers it.
   *
   * @param of the statement
   */
  private record Joint(Entity entity, Statement of) {}

  private final Amounts amounts;
  private final List<Statement> asFine = new ArrayList<>();
  private final List<Joint> joint = new ArrayList<>();
  final List<Statement> stated = new ArrayList<>();
  final List<Residual> residuals = new ArrayList<>();
  final List<SetAside> setAside = new ArrayList<>();

  /**
   * @param statements about one cell, or wholes of several
   * @param amounts what is kept already; what this keeps is added to it
   */
  Cover(List<Statement> statements, Amounts amounts) {
    this.amounts = amounts;
    for (Statement next : statements.stream().sorted(Statement.FINEST_FIRST).toList()) {
      if (!asFine.isEmpty() && !next.isAsFineAs(asFine.get(0))) {
        closeJoint();
      }
      place(next);
    }
    closeJoint();
  }

  private void place(Statement next) {
    List<Amount> others = amounts.overlapping(next.entity(), next.start(), next.end());
    if (others.isEmpty() && !next.isWhole()) {
      asFine.add(next);
      stated.add(next);
      amounts.add(new Amount(next.entity(), next.start(), next.end(), next.figures()));
      return;
    }
    String reason = reason(next, others);
    setAside.add(new SetAside(next, reason));
    if (reason.equals(OVERLAPS)) {
      return;
    }
    asFine.add(next);
    Entity whole = next.entity();
    for (Amount other : others) {
      whole = whole.common(other.entity());
    }
    if (whole.equals(next.entity())) {
      keepRest(next, whole, next.figures());
    } else {
      joint.add(new Joint(whole, next));
    }
  }

  private static String reason(Statement next, List<Amount> others) {
    if (others.stream().anyMatch(o -> o.start() < next.start() || o.end() > next.end())) {
      return OVERLAPS;
    }
    if (others.stream().anyMatch(other -> other.days() < next.days())) {
      return others.stream().allMatch(other -> other.days() == 1) ? DAYS : SHORTER;
    }
    return DEEPER[others.stream().mapToInt(other -> other.entity().depth()).max().orElse(0)];
  }

  /** Of statements that are a part only of what holds them and their cover, all are added up. */
  private void closeJoint() {
    Set<List<Object>> done = new LinkedHashSet<>();
    for (Joint each : joint) {
      Statement of = each.of();
      if (done.add(List.of(each.entity(), of.start(), of.end()))) {
        Figures sum = amounts.none();
        asFine.stream()
            .filter(s -> s.start() == of.start() && s.end() == of.end())
            .filter(s -> each.entity().contains(s.entity()))
            .forEach(s -> sum.add(s.figures()));
        keepRest(of, each.entity(), sum);
      }
    }
    joint.clear();
    asFine.clear();
  }

  private void keepRest(Statement of, Entity whole, Figures all) {
    Figures rest = all.without(amounts.within(whole, of.start(), of.end()));
    if (!rest.isNothing()) {
      amounts.add(new Amount(whole, of.start(), of.end(), rest));
      residuals.add(new Residual(of, whole, rest));
    }
  }
}
