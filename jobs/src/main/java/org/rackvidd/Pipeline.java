package org.rackvidd;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.rackvidd.adfigures.AdFigures;
import org.rackvidd.adfigures.Nesting;
import org.rackvidd.build.Area;
import org.rackvidd.engagement.Engagement;
import org.rackvidd.exports.Intake;
import org.rackvidd.lake.Tables;
import org.rackvidd.reach.Reach;
import org.rackvidd.restatement.Restatement;
import org.rackvidd.yaml.StrictYaml;

/**
 * The table of contents: every export format, what its rows become, every table and every area of
 * results, in the order in which they are made.
 */
public final class Pipeline {
  private Pipeline() {}

  /** Formats, each described in {@code exports/<name>.yaml}. */
  public static final List<String> FORMATS =
      List.of(
          "meta_facebook_posts",
          "meta_instagram_posts",
          "meta_overview",
          "meta_audience_age",
          "meta_audience_places",
          "meta_audience_pages",
          "meta_ads",
          "facebook_insights_posts",
          "facebook_insights_actions",
          "facebook_insights_clicks",
          "facebook_insights_people",
          "google_ads",
          "snapchat_ads",
          "pinterest_ads",
          "x_ads",
          "youtube_content",
          "youtube_chart",
          "youtube_dates",
          "youtube_totals",
          "x_posts",
          "x_posts_old",
          "linkedin_posts",
          "linkedin_page_days",
          "ga4_events",
          "ga4_reports",
          "ga4_days",
          "matomo_visits",
          "matomo_log_visit",
          "matomo_log_link_visit_action",
          "matomo_log_conversion",
          "matomo_log_action",
          "meta_leads",
          "linkedin_followers",
          "linkedin_follower_groups",
          "linkedin_visitors",
          "linkedin_visitor_groups",
          "linkedin_competitors",
          "linkedin_ads",
          "linkedin_ads_2026",
          "linkedin_ad_demographics",
          "tiktok_ads",
          "tiktok_overview",
          "tiktok_content",
          "x_days_old",
          "youtube_audience");

  /** What rows become on the way in: the columns they need to be kept, and the facts they feed. */
  public static List<Intake> intakes() {
    Tables tables = tables();
    return List.of(
        Intake.named(
            "post",
            List.of(List.of("post_id")),
            Map.of(),
            false,
            null,
            true,
            "observed_on",
            facts(tables, "facts.post", "facts.post_metrics")),
        Intake.named(
            "ad",
            List.of(
                List.of("period_start"),
                List.of(
                    "campaign_id",
                    "campaign_name",
                    "ad_set_id",
                    "ad_set_name",
                    "ad_id",
                    "ad_name")),
            Map.of(
                "campaign_id", "campaign_name",
                "ad_set_id", "ad_set_name",
                "ad_id", "ad_name",
                "period_end", "period_start"),
            true,
            null,
            false,
            "period_start",
            List.of(
                Intake.Fact.of(tables.get("facts.ad_metrics")).withHistory("facts.ad_history"))),
        Intake.named(
            "account_day",
            List.of(List.of("day"), List.of("metric")),
            Map.of("period_start", "day"),
            false,
            "value",
            false,
            "day",
            facts(tables, "facts.account_day")),
        Intake.named(
            "audience",
            List.of(List.of("day"), List.of("metric"), List.of("dimension")),
            Map.of("period_start", "day"),
            false,
            "figure",
            false,
            "day",
            facts(tables, "facts.audience_day")),
        Intake.named(
            "event",
            List.of(List.of("person"), List.of("at"), List.of("event")),
            Map.of(),
            false,
            null,
            false,
            "day",
            facts(tables, "facts.person_event")),
        Intake.named(
            "web_page",
            List.of(List.of("page_id")),
            Map.of(),
            false,
            null,
            false,
            "observed_on",
            facts(tables, "facts.web_page")));
  }

  private static List<Intake.Fact> facts(Tables tables, String... names) {
    return Stream.of(names).map(name -> Intake.Fact.of(tables.get(name))).toList();
  }

  /** Areas of results, by the name `rackvidd build` knows them by. */
  public static final Map<String, Area> AREAS = areas();

  private static Map<String, Area> areas() {
    Map<String, Area> areas = new LinkedHashMap<>();
    areas.put("engagement", new Area(Set.of("post", "account_day"), Engagement::build));
    areas.put("restatement", new Area(Set.of("post", "ad"), Restatement::build));
    areas.put("ad_figures", new Area(Set.of("ad"), AdFigures::build));
    areas.put("reach", new Area(Set.of("post", "ad", "account_day", "event"), Reach::build));
    return areas;
  }

  /** Queries of the results, beside the tables they make. */
  static final List<String> QUERIES =
      List.of(
          "tables/results/engagement/engagement_post.sql",
          "tables/results/engagement/engagement_figure.sql",
          "tables/results/engagement/engagement.sql",
          "tables/results/restatement/restatement.sql",
          "tables/results/ad_figures/known_account.sql",
          "tables/results/ad_figures/ad_row.sql",
          "tables/results/ad_figures/family.sql",
          "tables/results/reach/local_event.sql",
          "tables/results/reach/event_day.sql",
          "tables/results/reach/event_month.sql",
          "tables/results/reach/people_day.sql",
          "tables/results/reach/people_month.sql",
          "tables/results/reach/frequency_month.sql",
          "tables/results/reach/people_period.sql",
          "tables/results/reach/times_period.sql",
          "tables/results/reach/reach_campaign.sql",
          "tables/results/reach/statement.sql",
          "tables/results/reach/organisation_statement.sql",
          "tables/results/reach/reach.sql",
          "tables/results/reach/reach_overlap.sql",
          "tables/results/reach/reach_frequency.sql",
          "tables/results/reach/reach_curve_point.sql",
          "tables/results/reach/reach_curve.sql");

  /** Other resources that results are computed by. */
  static final List<String> RULES = List.of(Nesting.RESOURCE);

  /** Read when first asked for, and once. */
  private static final class Described {
    static final Tables TABLES = describedTables();

    private Described() {}
  }

  /** Every table, in the order they are made. */
  public static Tables tables() {
    return Described.TABLES;
  }

  private static Tables describedTables() {
    Map<String, String> tables = new LinkedHashMap<>();
    tables.put("facts.post", "tables/facts/post.yaml");
    tables.put("facts.post_metrics", "tables/facts/post_metrics.yaml");
    tables.put("facts.ad_metrics", "tables/facts/ad_metrics.yaml");
    tables.put("facts.ad_history", "tables/facts/ad_history.yaml");
    tables.put("facts.account_day", "tables/facts/account_day.yaml");
    tables.put("facts.audience_day", "tables/facts/audience_day.yaml");
    tables.put("facts.person_event", "tables/facts/person_event.yaml");
    tables.put("facts.web_page", "tables/facts/web_page.yaml");
    tables.put("facts.people_day", "tables/facts/people_day.yaml");
    tables.put("facts.people_month", "tables/facts/people_month.yaml");
    tables.put("facts.frequency_month", "tables/facts/frequency_month.yaml");
    tables.put("results.engagement_post", "tables/results/engagement/engagement_post.yaml");
    tables.put("results.engagement", "tables/results/engagement/engagement.yaml");
    tables.put("ops.ad_set_aside", "tables/ops/ad_set_aside.yaml");
    tables.put("results.restatement", "tables/results/restatement/restatement.yaml");
    tables.put("results.ad_figures", "tables/results/ad_figures/ad_figures.yaml");
    tables.put("results.reach_campaign", "tables/results/reach/reach_campaign.yaml");
    tables.put("results.reach", "tables/results/reach/reach.yaml");
    tables.put("results.reach_overlap", "tables/results/reach/reach_overlap.yaml");
    tables.put("results.reach_frequency", "tables/results/reach/reach_frequency.yaml");
    tables.put("results.reach_curve", "tables/results/reach/reach_curve.yaml");
    tables.put("ops.file", "tables/ops/file.yaml");
    tables.put("ops.rejected_row", "tables/ops/rejected_row.yaml");
    tables.put("ops.build", "tables/ops/build.yaml");
    return new Tables(tables);
  }

  /** Fingerprint of how results are computed; another one means that they are built again. */
  public static String version() {
    StringBuilder definitions = new StringBuilder();
    tables().all().stream()
        .filter(table -> !table.name().startsWith("facts."))
        .forEach(definitions::append);
    Stream.of(QUERIES, RULES)
        .flatMap(List::stream)
        .forEach(resource -> definitions.append(StrictYaml.resourceText(resource)));
    return Integer.toHexString(definitions.toString().hashCode());
  }
}
