/** The same job from the same files by Räckvidd and by what a user would pick instead. */
package org.rackvidd.bench.comparison;
