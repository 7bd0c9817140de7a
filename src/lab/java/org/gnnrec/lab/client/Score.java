package org.gnnrec.lab.client;

/** Mean recall and ndcg over all users with held-out items, of the 20 best of the whole catalogue. */
public record Score(double recallAt20, double ndcgAt20) {}
