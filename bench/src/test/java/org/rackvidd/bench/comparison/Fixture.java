package org.rackvidd.bench.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A simulated folder of a few dozen rows, small enough to know every result by hand.
 *
 * <p>Ann goes all the way from a campaign to a hire, every step at its last moment. Bo comes back
 * and starts to apply. Cy sees a job too late. Di looks at no job. Eli's first look at a job is too
 * early for the start, the second is not. Fay's visit is too old to have led to the application.
 * Gus applies after three visits, the first of which is just new enough. Hal is only assigned.
 */
final class Fixture {
  static final String ANN = "00000000000000A1";
  private static final String BO = "00000000000000B2";
  private static final String CY = "00000000000000C3";
  private static final String DI = "00000000000000D4";
  private static final String ELI = "00000000000000E5";
  private static final String FAY = "00000000000000F6";
  private static final String GUS = "00000000000000A7";
  private static final String HAL = "00000000000000B8";

  private static final String FACEBOOK =
      """
      Publicerings-id,Sid-id,Sidnamn,Titel,Beskrivning,Duration (sec),Publiceringstid,Caption type,Permalänk,Is crosspost,Is share,Inläggstyp,Languages,Custom labels,Funded content status,Data comment,Datum,Visningar,Räckvidd,"Reaktioner, kommentarer och delningar",Reaktioner,Kommentarer,Delningar,Totalt antal klick,Övriga klick""";
  private static final String INSTAGRAM =
      """
      Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,Post type,Data comment,Date,Views,Reach,Likes,Shares,Follows,Comments,Saves
      """;
  private static final String X =
      """
      Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Replies,Reposts,Profile visits,Detail Expands,URL Clicks,Hashtag Clicks,Permalink Clicks
      """;
  private static final String AD_DAYS =
      "\uFEFFDay,Account name,Campaign name,Campaign ID,Ad set name,Ad set ID,Ad name,Ad ID,Age,Gender,Attribution setting,Results,Result indicator,Amount spent (SEK),Impressions,Reach,Frequency,Link clicks,Clicks (all),Landing page views,3-second video plays,Reporting starts,Reporting ends\n";
  private static final String AD_MONTHS = AD_DAYS.replace("Day,", "").replace("Age,Gender,", "");
  private static final String VISITS =
      """
      idvisit,idsite,idvisitor,visit_last_action_time,visit_first_action_time,visit_entry_idaction_url,referer_type,referer_name,referer_keyword,referer_url,campaign_source,campaign_medium,campaign_name,campaign_content,config_device_type,location_country,location_browser_lang
      """;
  private static final String PAGE_VIEWS =
      "idlink_va,idsite,idvisitor,idvisit,server_time,idaction_url,idaction_name,pageview_position\n";
  private static final String CONVERSIONS =
      "idvisit,idsite,idvisitor,server_time,idaction_url,idlink_va,idgoal,buster,url,revenue\n";
  private static final String APPLICATIONS =
      "Ansöknings-id;Besökar-id;Annons;Källa;Inkommen;Kallad till intervju;Anställd;Avslag;Status\n";

  private Fixture() {}

  /** Writes it. */
  static void write(Path folder) throws IOException {
    Path first = Files.createDirectories(folder.resolve("exports/2026-06-01"));
    Path second = Files.createDirectories(folder.resolve("exports/2026-06-02"));
    Files.createDirectories(folder.resolve("next-day/2026-06-03"));
    configuration(folder);
    posts(first, second);
    ads(first, second);
    visits(first, second);
    actions(first);
    applications(first, second);
    assignments(first);
    // Other exports lie beside them, and are nobody's here.
    Files.writeString(first.resolve("youtube.csv"), "Content,Video title\n");
  }

  private static void configuration(Path folder) throws IOException {
    Path config = Files.createDirectories(folder.resolve("config"));
    Files.writeString(
        config.resolve("organisation.yaml"),
        """
        id: granvika
        name: Granvika kommun
        country: SE
        keep_person_files: false
        """);
    Path key = Files.writeString(folder.resolve("person.key"), "0123456789abcdef".repeat(4));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
  }

  private static void posts(Path first, Path second) throws IOException {
    Files.writeString(
        first.resolve("facebook_1.csv"),
        FACEBOOK
            + ",Länkklick\n"
            // Half past midnight on the first of April in Stockholm.
            + facebook("1001", "Vår!\nKom och \"\"fira\"\", du", "03/31/2026 15:30", 200, 100, 10)
            + ",3\n"
            + facebook("1002", "Lov", "04/10/2026 10:00", 80, 50, 2)
            + ",3\n"
            + facebook("1003", "Fel", "04/11/2026 10:00", 80, -1, 2)
            + ",3\n");
    Files.writeString(
        second.resolve("facebook_2.csv"),
        FACEBOOK + "\n" + facebook("1001", "Vår!", "03/31/2026 15:30", 240, 120, 12) + "\n");
    Files.writeString(
        first.resolve("instagram_1.csv"),
        INSTAGRAM
            + "2001,17841,granvika,Granvika kommun,\"Bild\n\nav oss\",0,04/15/2026 08:00,"
            + "https://www.instagram.com/p/Ab1/,IG image,,Lifetime,300,150,20,2,0,3,5\n");
    Files.writeString(
        first.resolve("x_1.csv"),
        X
            + "1911000000000000000,\"Sat, Apr 12, 2025\",Hej,https://x.com/granvika/status/1911000000000000000,"
            + "1000,4,30,3,7,0,1,2,0,0,5,0,0\n");
  }

  /** Two comments and a share each. */
  private static String facebook(
      String id, String text, String at, int views, int reach, int reactions) {
    return id
        + ",61550,Granvika kommun,\""
        + text
        + "\",,0,"
        + at
        + ",N/A,https://www.facebook.com/granvika/posts/"
        + id
        + ",0,0,Foton,,,,,Livstid,"
        + views
        + ","
        + reach
        + ","
        + (reactions + 3)
        + ","
        + reactions
        + ",2,1,9,6";
  }

  private static void ads(Path first, Path second) throws IOException {
    String women = ad("2026-04-01,", "25-34,female,", "10.5,1000,800,1.25,5,7,3,");
    String men = ad("2026-04-01,", "25-34,male,", "4.25,500,400,1.25,0,2,1,");
    String total = "," + ",".repeat(11) + ",14.75,1500,900,1.67,5,9,4,,2026-04-01,2026-04-30\n";
    Files.writeString(first.resolve("meta_ads_days_1.csv"), AD_DAYS + women + men + total);
    Files.writeString(
        second.resolve("meta_ads_days_2.csv"), AD_DAYS + women.replace("10.5,", "11,"));
    Files.writeString(
        first.resolve("meta_ads_months_1.csv"),
        AD_MONTHS
            + ad("", "", "14.75,1500,1100,1.36,5,9,4,")
                .replace("04-01,2026-04-01", "04-01,2026-04-30"));
  }

  private static String ad(String day, String cell, String figures) {
    return day
        + "Granvika,Vården,120,Länet,340,Film,560,"
        + cell
        + "7-day click or 1-day view,,,"
        + figures
        + ",2026-04-01,2026-04-01\n";
  }

  private static void visits(Path first, Path second) throws IOException {
    String ann =
        visit(1, ANN, "2026-04-01 10:00:00", "6,spring,NULL,NULL,facebook,paid,spring,film");
    Files.writeString(
        first.resolve("log_visit_2026-04.csv"),
        VISITS
            + ann
            + visit(2, BO, "2026-03-01 10:00:00", "1,NULL,NULL,NULL,NULL,NULL,NULL,NULL")
            + visit(
                3,
                BO,
                "2026-04-10 10:00:00",
                "2,Google,NULL,https://www.google.com/,NULL,NULL,NULL,NULL")
            // In April in Stockholm.
            + visit(
                4, CY, "2026-03-31 22:30:00", "3,lansmuseet.example,NULL,NULL,NULL,NULL,NULL,NULL")
            + visit(5, DI, "2026-04-02 10:00:00", "7,Instagram,NULL,NULL,NULL,NULL,NULL,NULL")
            + visit(6, ELI, "2026-04-01 10:00:00", "6,spring,NULL,NULL,facebook,paid,spring,film")
            + visit(7, ANN, "2026-04-06 08:00:00", "1,NULL,NULL,NULL,NULL,NULL,NULL,NULL")
            + visit(8, FAY, "2026-04-01 10:00:00", "6,news,NULL,NULL,newsletter,email,news,NULL")
            + visit(9, GUS, "2026-04-10 12:00:00", "6,spring,NULL,NULL,facebook,paid,spring,film")
            + visit(10, GUS, "2026-05-05 12:00:00", "2,Google,NULL,NULL,NULL,NULL,NULL,NULL")
            + visit(11, GUS, "2026-05-09 12:00:00", "1,NULL,NULL,NULL,NULL,NULL,NULL,NULL"));
    // Dumped again, as the visit had gone on.
    Files.writeString(
        second.resolve("log_visit_2026-04.csv"), VISITS + ann.replaceFirst("10:20:00", "10:45:00"));
  }

  private static String visit(int id, String person, String at, String referrer) {
    String last = at.replaceFirst(":00:00$", ":20:00");
    return "%d,1,%s,%s,%s,2,%s,1,se,sv%n".formatted(id, person, last, at, referrer);
  }

  private static void actions(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("log_action.csv"),
        """
        idaction,name,hash,type,url_prefix
        1,granvika.example/jobb/underskoterska,111,1,2
        2,granvika.example/,112,1,2
        3,Jobb /jobb/ hos oss,113,4,NULL
        """);
    Files.writeString(
        folder.resolve("log_link_visit_action_2026-04.csv"),
        PAGE_VIEWS
            + view(1, ANN, 1, "2026-04-01 10:01:00", 1)
            + view(2, BO, 3, "2026-04-10 10:00:00", 1)
            // More than 14 days after the visit.
            + view(3, CY, 4, "2026-04-15 10:00:00", 1)
            + view(4, DI, 5, "2026-04-02 10:00:00", 2)
            + view(5, ELI, 6, "2026-04-02 10:00:00", 1)
            + view(6, ELI, 6, "2026-04-14 10:00:00", 1));
    Files.writeString(
        folder.resolve("log_conversion_2026-04.csv"),
        CONVERSIONS
            + goal(ANN, 1, "2026-04-05 10:00:00", 1)
            + goal(ANN, 7, "2026-04-06 09:00:00", 2)
            + goal(BO, 3, "2026-04-24 10:00:00", 1)
            + goal(ELI, 6, "2026-04-20 10:00:00", 1)
            + goal(FAY, 8, "2026-05-10 12:00:00", 2)
            + goal(GUS, 11, "2026-05-10 12:00:00", 2));
  }

  private static String view(int id, String person, int visit, String at, int page) {
    return "%d,1,%s,%d,%s,%d,3,1%n".formatted(id, person, visit, at, page);
  }

  private static String goal(String person, int visit, String at, int goal) {
    return "%d,1,%s,%s,1,NULL,%d,0,https://granvika.example/jobb/underskoterska,0%n"
        .formatted(visit, person, at, goal);
  }

  private static void applications(Path first, Path second) throws IOException {
    String waiting =
        "501;%s;Undersköterska;https://granvika.example/jobb/underskoterska;2026-04-06 11:00;"
            .formatted(ANN);
    Files.writeString(
        first.resolve("applications_2026.csv"),
        APPLICATIONS
            + waiting
            + ";;;Ny\n"
            + "502;%s;Undersköterska;;2026-05-10 14:00;;;2026-05-12;Avslag%n".formatted(FAY));
    Files.writeString(
        second.resolve("applications_2026.csv"),
        APPLICATIONS + waiting + "2026-04-20;2026-05-04;;Anställd\n");
  }

  private static void assignments(Path folder) throws IOException {
    String rows =
        Arrays.stream(
                new String[] {
                  "page," + ANN + ",A,2026-04-01 09:00:00",
                  "page," + BO + ",A,2026-03-01 09:00:00",
                  "page," + CY + ",A,2026-03-31 09:00:00",
                  "page," + DI + ",A,2026-04-02 09:00:00",
                  "page," + ELI + ",B,2026-04-01 09:00:00",
                  "page," + FAY + ",B,2026-05-01 09:00:00",
                  "page," + GUS + ",B,2026-05-01 09:00:00",
                  "page," + HAL + ",B,2026-05-01 09:00:00",
                  // A second more than 14 days before, and just 14 days before.
                  "late," + FAY + ",A,2026-04-26 11:59:59",
                  "late," + GUS + ",B,2026-04-26 12:00:00",
                })
            .collect(Collectors.joining("\n", "experiment,unit,variant,assigned_at\n", "\n"));
    Files.writeString(folder.resolve("experiment_assignments.csv"), rows);
  }
}
