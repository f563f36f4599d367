package org.rackvidd.bench.simulation;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rackvidd.bench.people.Hit;
import org.rackvidd.bench.people.Referral;
import org.rackvidd.bench.people.Visit;

/**
 * Visits on their way from people, who have many days, to log files, which have many people: one
 * temporary file a day, so that no more than a day of visits need fit into memory. Threads may
 * share it; the order within a day is theirs.
 */
final class Spool implements AutoCloseable {
  private final Path folder;
  private final DataOutputStream[] days;
  private final Object[] locks;

  /**
   * A visit to one of the towns' sites.
   *
   * @param consent whether the visitor lets the statistics know them again
   */
  record Entry(int town, boolean consent, Visit visit) {}

  Spool(Path folder, int days) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.days = new DataOutputStream[days];
    this.locks = new Object[days];
    Arrays.setAll(locks, day -> new Object());
  }

  private Path file(int day) {
    return folder.resolve(String.valueOf(day));
  }

  void add(int day, Entry entry) throws IOException {
    synchronized (locks[day]) {
      write(day, entry);
    }
  }

  private void write(int day, Entry entry) throws IOException {
    if (days[day] == null) {
      days[day] =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file(day)), 1 << 14));
    }
    DataOutputStream out = days[day];
    Visit visit = entry.visit();
    Referral referral = visit.referral();
    out.writeInt(entry.town());
    out.writeByte((entry.consent() ? 1 : 0) | (visit.phone() ? 2 : 0));
    out.writeLong(visit.browser());
    out.writeByte(referral.kind());
    out.writeUTF(referral.name());
    out.writeUTF(referral.url());
    out.writeUTF(referral.source());
    out.writeUTF(referral.medium());
    out.writeUTF(referral.campaign());
    out.writeUTF(referral.content());
    out.writeUTF(referral.channel());
    out.writeByte(visit.hits().size());
    for (Hit hit : visit.hits()) {
      out.writeLong(hit.second());
      out.writeByte(hit.page());
      out.writeByte(hit.goal());
    }
  }

  /** The visits of a day, in no order, which are gone afterwards. */
  List<Entry> take(int day) throws IOException {
    List<Entry> entries = new ArrayList<>();
    if (days[day] == null) {
      return entries;
    }
    days[day].close();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file(day)), 1 << 16))) {
      while (true) {
        int town;
        try {
          town = in.readInt();
        } catch (EOFException end) {
          break;
        }
        int flags = in.readByte();
        long browser = in.readLong();
        Referral referral =
            new Referral(
                in.readByte(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF());
        int size = in.readByte();
        List<Hit> hits = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
          hits.add(new Hit(in.readLong(), in.readByte(), in.readByte()));
        }
        entries.add(
            new Entry(
                town, (flags & 1) != 0, new Visit(browser, referral, (flags & 2) != 0, hits)));
      }
    }
    Files.delete(file(day));
    return entries;
  }

  @Override
  public void close() throws IOException {
    for (DataOutputStream day : days) {
      if (day != null) {
        day.close();
      }
    }
    for (int day = 0; day < days.length; day++) {
      Files.deleteIfExists(file(day));
    }
    Files.delete(folder);
  }
}
