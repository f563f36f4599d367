package org.rackvidd.adfigures;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Rows of facts.ad_metrics as statements, and what is chosen of them as rows. */
final class AdRows {
  /** Figures with decimals are counted in millionths. */
  private static final int DECIMALS = 6;

  /** What a residual has in common with the row it is of, whatever its entity. */
  private static final Set<String> COMMON =
      Set.of(
          "organisation",
          "channel",
          "account_id",
          "account_name",
          "currency",
          "observed_on",
          "period_start",
          "period_end",
          "dimensions");

  private static final String[] LEVELS = {"account", "campaign", "ad_set", "ad"};

  private final StructType given;
  private final StructType chosen;
  private final List<String> additive;
  private final int[] sources;

  AdRows(StructType given, StructType chosen, List<String> additive) {
    this.given = given;
    this.chosen = chosen;
    this.additive = additive;
    this.sources =
        Arrays.stream(chosen.fieldNames())
            .mapToInt(name -> Arrays.asList(given.fieldNames()).indexOf(name))
            .toArray();
  }

  boolean isOfOneFamily(Row a, Row b) {
    return text(a, "family").equals(text(b, "family"))
        && text(a, "account_id").equals(text(b, "account_id"))
        && text(a, "channel").equals(text(b, "channel"));
  }

  Statement statement(int number, Row row) {
    Figures figures = Figures.unknown(additive.size());
    for (int i = 0; i < additive.size(); i++) {
      int column = given.fieldIndex(additive.get(i));
      if (!row.isNullAt(column)) {
        figures.set(i, units(row.get(column)));
      }
    }
    Instant observed = row.getInstant(given.fieldIndex("observed_at"));
    return new Statement(
        number,
        new Entity(text(row, "campaign_id"), text(row, "ad_set_id"), text(row, "ad_id")),
        day(row, "period_start"),
        day(row, "period_end"),
        text(row, "breakdown"),
        text(row, "dimensions"),
        observed == null ? 0 : observed.toEpochMilli(),
        orEmpty(text(row, "file_id")),
        row.isNullAt(given.fieldIndex("line")) ? 0 : row.getLong(given.fieldIndex("line")),
        false,
        figures);
  }

  /** Whether the row only tells what its entity was called before. */
  boolean isFormerName(Row row) {
    return row.getBoolean(given.fieldIndex("is_former_name"));
  }

  KnownNames.Names names(Row row) {
    return new KnownNames.Names(
        text(row, "campaign_name"), text(row, "ad_set_name"), text(row, "ad_name"));
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  private String text(Row row, String column) {
    return row.getString(given.fieldIndex(column));
  }

  private long day(Row row, String column) {
    LocalDate day = row.getLocalDate(given.fieldIndex(column));
    return day.toEpochDay();
  }

  private static long units(Object value) {
    if (value instanceof BigDecimal money) {
      return money.movePointRight(DECIMALS).longValue();
    } else if (value instanceof Double number) {
      return Math.round(number * 1e6);
    }
    return ((Number) value).longValue();
  }

  private static Object value(long units, DataType type) {
    if (type instanceof LongType) {
      return units;
    } else if (type instanceof DecimalType) {
      return BigDecimal.valueOf(units, DECIMALS);
    }
    return units / 1e6;
  }

  /** The row as it was given, about the entity, with what is known of its place. */
  Row stated(Row row, Entity entity, String origin, boolean wholeKnown, boolean exceedsWhole) {
    Object[] values = given(row);
    setEntity(values, entity);
    set(values, "origin", origin);
    set(values, "whole_known", wholeKnown);
    set(values, "cells_exceed_whole", exceedsWhole);
    return RowFactory.create(values);
  }

  /** The row as it was stated, with the reason for which it is not added up. */
  Row setAside(Row row, String reason) {
    Object[] values = given(row);
    set(values, "account_id", text(row, "stated_account_id"));
    set(values, "reason", reason);
    return RowFactory.create(values);
  }

  private Object[] given(Row row) {
    Object[] values = new Object[sources.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = sources[i] < 0 ? null : row.get(sources[i]);
    }
    return values;
  }

  private void setEntity(Object[] values, Entity entity) {
    set(values, "campaign_id", entity.campaign());
    set(values, "ad_set_id", entity.adSet());
    set(values, "ad_id", entity.ad());
  }

  /**
   * @param row the one the residual is of
   */
  Row residual(
      Row row, Residual residual, String origin, boolean wholeKnown, boolean exceedsWhole) {
    Entity entity = residual.entity();
    Set<String> dimensions = new HashSet<>(List.of(residual.of().dimensions().split(";")));
    Set<String> named = named(entity);
    Object[] values = new Object[sources.length];
    for (int i = 0; i < values.length; i++) {
      StructField field = chosen.fields()[i];
      int figure = additive.indexOf(field.name());
      if (figure >= 0) {
        Figures figures = residual.figures();
        values[i] = figures.knows(figure) ? value(figures.get(figure), field.dataType()) : null;
      } else if (COMMON.contains(field.name()) || named.contains(field.name())) {
        values[i] = row.get(sources[i]);
      } else if (dimensions.contains(field.name())
          && field.dataType().equals(DataTypes.StringType)) {
        values[i] = residual.of().isWhole() ? "unknown" : row.get(sources[i]);
      }
    }
    setEntity(values, entity);
    set(values, "breakdown", residual.of().breakdown());
    set(values, "dimensions", residual.of().dimensions());
    set(values, "level", LEVELS[entity.depth()]);
    set(values, "origin", origin);
    set(values, "whole_known", wholeKnown);
    set(values, "cells_exceed_whole", exceedsWhole);
    return RowFactory.create(values);
  }

  private static Set<String> named(Entity entity) {
    Set<String> named = new HashSet<>();
    if (!entity.campaign().isEmpty()) {
      named.addAll(List.of("campaign_name", "objective"));
    }
    if (!entity.adSet().isEmpty()) {
      named.add("ad_set_name");
    }
    if (!entity.ad().isEmpty()) {
      named.add("ad_name");
    }
    return named;
  }

  private void set(Object[] values, String column, Object value) {
    values[chosen.fieldIndex(column)] = value;
  }
}
