package org.rackvidd.bench.people;

/**
 * An application for a job.
 *
 * @param browser the visitor's name in the web statistics, which a hidden field of the form holds
 * @param vacancy counted as in {@link Town#VACANCIES}
 * @param cause what brought the person to the vacancy
 * @param second when it was sent
 * @param qualified the day of the invitation to an interview, in days since 1970; 0 for none
 * @param hired the day of the contract; 0 for none
 * @param rejected the day of the refusal; 0 for none
 */
public record Application(
    long browser,
    int vacancy,
    Referral cause,
    long second,
    long qualified,
    long hired,
    long rejected) {}
