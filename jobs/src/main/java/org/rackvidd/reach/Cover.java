package org.rackvidd.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;

/**
 * The most people that exposures can have reached together, given the reach of each and the stated
 * reach of some of them together.
 *
 * <p>Whoever was reached is in one exposure at least. So wherever exposures and statements get
 * weights such that every exposure has a weight of 1, its own and those of the statements it is in,
 * the weighted sum of their reaches counts everybody at least once and is no less than the reach of
 * all. The least such sum, a fractional weighted set cover, is the tightest bound that these
 * numbers allow.
 *
 * <p>Where statements nest (ads in campaigns in accounts, days in months), it is found from the
 * inside out: a statement, or the parts within it, whichever is less. Where they cross (the month
 * of a campaign, the day of an account), it is the solution of a linear program, here in its dual
 * form: the most that exposures can have for their own without breaking a statement.
 */
final class Cover {
  /** With more kinds of exposures than this only statements that nest are looked at together. */
  private static final int MOST_IN_PROGRAM = 250;

  private static final double ROUNDING = 1e-6;

  /**
   * A stated reach.
   *
   * @param reach people, at most
   * @param of numbers of the exposures it is of
   */
  record Stated(double reach, BitSet of) {}

  /** Statements that share exposures, and the exposures of which each is in the same ones. */
  private static final class Component {
    final List<Stated> statements = new ArrayList<>();
    final List<Double> reaches = new ArrayList<>();
  }

  private Cover() {}

  /**
   * @param reaches people each exposure reached at most, by its number; infinite where not known
   * @param exposures the numbers of those that count
   * @param statements about any exposures; those that do not count are passed over
   * @return the least bound; infinite where nothing limits it
   */
  static double most(double[] reaches, BitSet exposures, List<Stated> statements) {
    List<Stated> useful = useful(reaches, exposures, statements);
    Map<BitSet, Double> kinds = new HashMap<>();
    double sum = 0;
    for (int e = exposures.nextSetBit(0); e >= 0; e = exposures.nextSetBit(e + 1)) {
      BitSet in = new BitSet();
      for (int s = 0; s < useful.size(); s++) {
        in.set(s, useful.get(s).of().get(e));
      }
      if (in.isEmpty()) {
        sum += reaches[e];
      } else {
        kinds.merge(in, reaches[e], Double::sum);
      }
    }
    for (Component component : components(useful, kinds)) {
      sum += most(component);
    }
    return Math.floor(sum * (1 + ROUNDING * ROUNDING) + ROUNDING);
  }

  /** Statements that are less than their exposures one by one, with these only. */
  private static List<Stated> useful(double[] reaches, BitSet exposures, List<Stated> statements) {
    List<Stated> useful = new ArrayList<>();
    for (Stated stated : statements) {
      BitSet of = (BitSet) stated.of().clone();
      of.and(exposures);
      if (of.stream().mapToDouble(e -> reaches[e]).sum() > stated.reach()) {
        useful.add(new Stated(stated.reach(), of));
      }
    }
    return useful;
  }

  private static List<Component> components(List<Stated> statements, Map<BitSet, Double> kinds) {
    List<BitSet> groups = new ArrayList<>();
    for (BitSet kind : kinds.keySet()) {
      BitSet group = (BitSet) kind.clone();
      groups.removeIf(
          other -> {
            boolean touches = other.intersects(kind);
            if (touches) {
              group.or(other);
            }
            return touches;
          });
      groups.add(group);
    }
    List<Component> components = new ArrayList<>();
    for (BitSet group : groups) {
      Component component = new Component();
      int[] members = group.stream().toArray();
      List<BitSet> of = Arrays.stream(members).mapToObj(member -> new BitSet()).toList();
      kinds.forEach(
          (kind, reach) -> {
            if (kind.intersects(group)) {
              for (int i = 0; i < members.length; i++) {
                of.get(i).set(component.reaches.size(), kind.get(members[i]));
              }
              component.reaches.add(reach);
            }
          });
      for (int i = 0; i < members.length; i++) {
        component.statements.add(new Stated(statements.get(members[i]).reach(), of.get(i)));
      }
      components.add(component);
    }
    return components;
  }

  private static double most(Component component) {
    List<Stated> smallFirst = sorted(component, Comparator.comparingInt(s -> s.of().cardinality()));
    List<Stated> nested = nested(smallFirst);
    if (nested.size() == smallFirst.size()) {
      return insideOut(component, nested);
    }
    if (component.reaches.size() <= MOST_IN_PROGRAM) {
      return program(component);
    }
    List<Stated> largeFirst =
        nested(sorted(component, Comparator.comparingInt(s -> -s.of().cardinality())));
    largeFirst.sort(Comparator.comparingInt(s -> s.of().cardinality()));
    return Math.min(insideOut(component, nested), insideOut(component, largeFirst));
  }

  private static List<Stated> sorted(Component component, Comparator<Stated> order) {
    return component.statements.stream()
        .sorted(order.thenComparingDouble(Stated::reach).thenComparing(s -> s.of().toString()))
        .toList();
  }

  /** The statements of which none crosses one before it. */
  private static List<Stated> nested(List<Stated> statements) {
    List<Stated> nested = new ArrayList<>();
    for (Stated stated : statements) {
      if (nested.stream().noneMatch(other -> cross(stated.of(), other.of()))) {
        nested.add(stated);
      }
    }
    return nested;
  }

  private static boolean cross(BitSet one, BitSet other) {
    BitSet both = (BitSet) one.clone();
    both.and(other);
    return !both.isEmpty() && !both.equals(one) && !both.equals(other);
  }

  /**
   * @param nested statements without crossings, the small ones first
   */
  private static double insideOut(Component component, List<Stated> nested) {
    int kinds = component.reaches.size();
    // What covers each exposure so far, as the number of one exposure it covers, and its reach.
    int[] covered = new int[kinds];
    double[] reach = new double[kinds];
    for (int e = 0; e < kinds; e++) {
      covered[e] = e;
      reach[e] = component.reaches.get(e);
    }
    for (Stated stated : nested) {
      double parts =
          stated.of().stream().map(e -> covered[e]).distinct().mapToDouble(c -> reach[c]).sum();
      int first = stated.of().nextSetBit(0);
      stated.of().stream().forEach(e -> covered[e] = first);
      reach[first] = Math.min(parts, stated.reach());
    }
    double sum = 0;
    for (int e = 0; e < kinds; e++) {
      sum += covered[e] == e ? reach[e] : 0;
    }
    return sum;
  }

  private static double program(Component component) {
    int kinds = component.reaches.size();
    List<LinearConstraint> constraints = new ArrayList<>();
    double[] one = new double[kinds];
    for (int e = 0; e < kinds; e++) {
      one[e] = 1;
      if (!Double.isInfinite(component.reaches.get(e))) {
        double[] row = new double[kinds];
        row[e] = 1;
        constraints.add(new LinearConstraint(row, Relationship.LEQ, component.reaches.get(e)));
      }
    }
    for (Stated stated : component.statements) {
      double[] row = new double[kinds];
      stated.of().stream().forEach(e -> row[e] = 1);
      constraints.add(new LinearConstraint(row, Relationship.LEQ, stated.reach()));
    }
    return new SimplexSolver()
        .optimize(
            new LinearObjectiveFunction(one, 0),
            new LinearConstraintSet(constraints),
            GoalType.MAXIMIZE,
            new NonNegativeConstraint(true))
        .getValue();
  }
}
