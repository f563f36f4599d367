package org.rackvidd.adfigures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * A campaign with known spending per ad, day and age, of which exports state sums at any level,
 * over any period and by age or not. Whatever is stated beside the widest, what is kept adds up to
 * it.
 */
class SelectionProperties {
  private static final int ADS = 4;
  private static final int DAYS = 8;
  private static final int AGES = 3;
  private static final List<String> DIMENSIONS = List.of("", "age");
  private static final Nesting NESTING = Nesting.read();

  /** Days or stretches of them that nest. */
  private record Stretch(int first, int last) {}

  private static final class Campaign {
    private final Random random;
    private final int[][][] spent = new int[ADS][DAYS][AGES];
    private final List<Statement> statements = new ArrayList<>();
    private int total;

    Campaign(long seed, boolean someAges) {
      this.random = new Random(seed);
      for (int[][] ad : spent) {
        for (int[] day : ad) {
          for (int age = 0; age < AGES; age++) {
            day[age] = random.nextInt(3) == 0 ? 0 : random.nextInt(20);
            total += day[age];
          }
        }
      }
      Stretch all = new Stretch(0, DAYS - 1);
      state(entity("c", "", ""), all, -1);
      state(entity("c", "", ""), all, 0);
      if (!someAges) {
        state(entity("c", "", ""), all, 1);
        state(entity("c", "", ""), all, 2);
      }
      for (int i = 0; i < 12; i++) {
        stateAny();
      }
      Collections.shuffle(statements, random);
    }

    private void stateAny() {
      int set = random.nextInt(2);
      int ad = 2 * set + random.nextInt(2);
      Entity[] entities = {
        entity("c", "", ""), entity("c", "s" + set, ""), entity("c", "s" + set, "a" + ad)
      };
      int length = List.of(1, 4, 8).get(random.nextInt(3));
      int first = random.nextInt(DAYS / length) * length;
      state(
          entities[random.nextInt(3)],
          new Stretch(first, first + length - 1),
          random.nextInt(AGES + 1) - 1);
    }

    /**
     * @param age -1 for the whole
     */
    private void state(Entity entity, Stretch days, int age) {
      Figures figures = Figures.unknown(1);
      long sum = 0;
      for (int ad = 0; ad < ADS; ad++) {
        if (entity.contains(entity("c", "s" + ad / 2, "a" + ad))) {
          for (int day = days.first(); day <= days.last(); day++) {
            for (int each = 0; each < AGES; each++) {
              sum += age < 0 || age == each ? spent[ad][day][each] : 0;
            }
          }
        }
      }
      figures.set(0, sum);
      String breakdown = age < 0 ? "" : "age=" + age;
      boolean isThere =
          statements.stream()
              .anyMatch(
                  s ->
                      s.entity().equals(entity)
                          && s.start() == days.first()
                          && s.end() == days.last()
                          && s.breakdown().equals(breakdown));
      if (!isThere) {
        statements.add(
            new Statement(
                statements.size(),
                entity,
                days.first(),
                days.last(),
                breakdown,
                age < 0 ? "" : "age",
                statements.size(),
                "f",
                statements.size(),
                false,
                figures));
      }
    }

    private static Entity entity(String campaign, String adSet, String ad) {
      return new Entity(campaign, adSet, ad);
    }

    Selection selection() {
      return new Selection(statements, 1, 0, NESTING);
    }
  }

  private static Map<String, Long> sums(Selection selection) {
    TreeMap<String, Long> sums = new TreeMap<>();
    DIMENSIONS.forEach(dimensions -> sums.put(dimensions, 0L));
    selection.stated.forEach(s -> sums.merge(s.dimensions(), s.figures().get(0), Long::sum));
    selection.residuals.forEach(
        r -> sums.merge(r.of().dimensions(), r.figures().get(0), Long::sum));
    return sums;
  }

  @Property(tries = 300)
  void whatIsKeptAddsUpToTheWidestStatement(@ForAll long seed) {
    Campaign campaign = new Campaign(seed, false);
    Map<String, Long> sums = sums(campaign.selection());
    assertThat(sums.get("")).as("whole").isEqualTo(campaign.total);
    assertThat(sums.get("age")).as("by age").isEqualTo(campaign.total);
  }

  @Property(tries = 300)
  void cellsThatLackAPartAreMadeUpForFromTheWhole(@ForAll long seed) {
    Campaign campaign = new Campaign(seed, true);
    assertThat(sums(campaign.selection()).get("")).as("whole").isEqualTo(campaign.total);
    assertThat(sums(campaign.selection()).get("age")).as("by age").isEqualTo(campaign.total);
  }

  @Property(tries = 100)
  void nothingIsNegativeAndEveryStatementIsKeptOrSetAside(@ForAll long seed) {
    Campaign campaign = new Campaign(seed, true);
    Selection selection = campaign.selection();
    assertThat(selection.residuals).allMatch(r -> r.figures().get(0) > 0);
    assertThat(selection.stated.size() + selection.setAside.size())
        .isEqualTo(campaign.statements.size());
  }

  @Property(tries = 100)
  void theOrderOfTheStatementsDoesNotMatter(@ForAll long seed) {
    Campaign campaign = new Campaign(seed, true);
    Map<String, Long> sums = sums(campaign.selection());
    Collections.shuffle(campaign.statements, new Random(seed + 1));
    assertThat(sums(campaign.selection())).isEqualTo(sums);
  }
}
