package org.rackvidd.bench.scale;

import java.util.ArrayList;
import java.util.List;
import org.rackvidd.bench.truth.AdSums;
import org.rackvidd.bench.truth.FileTruth;
import org.rackvidd.bench.truth.PostSums;
import org.rackvidd.bench.world.Account;

/**
 * What one file holds, as the thread that wrote it knows it.
 *
 * @param settledPosts the posts that the next day's download says nothing new about
 * @param accounts whose posts the file holds
 */
record Written(
    FileTruth file, PostSums posts, PostSums settledPosts, AdSums ads, List<Account> accounts) {

  /** Of a file about to be written. */
  static Written of(FileTruth file) {
    return new Written(file, new PostSums(), new PostSums(), new AdSums(), new ArrayList<>());
  }
}
