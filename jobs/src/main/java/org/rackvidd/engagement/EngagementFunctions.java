package org.rackvidd.engagement;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF6;
import org.apache.spark.sql.types.DataType;
import org.rackvidd.configuration.AudienceRules;

/** The functions the engagement queries call: rules on single values. */
final class EngagementFunctions {
  private static final DataType ASSIGNED =
      DataType.fromDDL("audiences array<string>, category string");

  private EngagementFunctions() {}

  static void register(SparkSession spark, AudienceRules rules) {
    spark
        .udf()
        .register(
            "assign_post",
            (UDF6<String, String, String, String, String, String, Row>)
                (channel, account, text, labels, campaign, type) ->
                    assign(rules, channel, account, text, labels, campaign, type),
            ASSIGNED);
  }

  private static Row assign(
      AudienceRules rules,
      String channel,
      String account,
      String text,
      String labels,
      String campaign,
      String type) {
    List<String> split =
        labels == null
            ? List.of()
            : Arrays.stream(labels.split("[,;]"))
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .toList();
    AudienceRules.Assignment assignment =
        rules.assign(new AudienceRules.PostTraits(channel, account, text, split, campaign, type));
    return RowFactory.create(assignment.audiences().toArray(), assignment.category());
  }
}
