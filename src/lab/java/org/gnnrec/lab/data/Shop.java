package org.gnnrec.lab.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A made-up shop whose answer is known: each customer likes two of the product groups and buys from these; what they view
 * is anything, what they add to the cart lies between. Where tastes drift, each customer likes two other groups in the
 * second half of the year. The last purchases, of products never met before, are set apart for the test.
 */
public final class Shop {
    private static final int CUSTOMERS = 500;
    private static final int PRODUCTS = 300;
    private static final int GROUPS = 10;
    private static final int VIEWS = 30;
    private static final int CARTS = 6;
    private static final int PURCHASES = 24;
    private static final int TEST_PURCHASES = 3;
    private static final double YEAR = 365 * 86_400.0;
    /** 2026-01-01. */
    private static final long START = 1_767_225_600;

    private final SplittableRandom random;
    private final boolean drifts;
    private final List<Event> events = new ArrayList<>();

    private Shop(boolean drifts, long seed) {
        this.random = new SplittableRandom(seed);
        this.drifts = drifts;
    }

    /** What a customer did with a product, at a time in epoch seconds. */
    public record Event(String type, String customer, String product, long quantity, long at) {
        Map<String, Object> toMap() {
            return Map.of("customer", customer, "product", product, "quantity", quantity, "at", at);
        }
    }

    /** The events of a year, in no order: types VIEWED, ADDED, BOUGHT and, for the test, BOUGHT_LATER. */
    public static List<Event> events(boolean drifts, long seed) {
        Shop shop = new Shop(drifts, seed);
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            shop.visit(customer);
        }
        return shop.events;
    }

    public static List<String> customers() {
        return names("c", CUSTOMERS);
    }

    public static List<String> products() {
        return names("p", PRODUCTS);
    }

    /** The group of a product, for its property. */
    public static String groupOf(int product) {
        return "group " + product % GROUPS;
    }

    private static List<String> names(String prefix, int count) {
        List<String> names = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            names.add(prefix + n);
        }
        return names;
    }

    private void visit(int customer) {
        int[] before = twoGroups();
        int[] after = drifts ? twoGroups() : before;
        Set<Integer> met = new HashSet<>();
        for (int n = 0; n < VIEWS; n++) {
            event("VIEWED", customer, random.nextInt(PRODUCTS), random.nextDouble(), met);
        }
        for (int n = 0; n < CARTS; n++) {
            double time = random.nextDouble();
            int product = random.nextBoolean() ? random.nextInt(PRODUCTS) : liked(time < 0.5 ? before : after);
            event("ADDED", customer, product, time, met);
        }
        for (int n = 0; n < PURCHASES; n++) {
            double time = random.nextDouble();
            event("BOUGHT", customer, liked(time < 0.5 ? before : after), time, met);
        }
        for (int n = 0; n < TEST_PURCHASES; n++) {
            event("BOUGHT_LATER", customer, unmet(after, met), 1, met);
        }
    }

    private int[] twoGroups() {
        int first = random.nextInt(GROUPS);
        return new int[]{ first, (first + 1 + random.nextInt(GROUPS - 1)) % GROUPS };
    }

    private int liked(int[] groups) {
        return groups[random.nextInt(2)] + GROUPS * random.nextInt(PRODUCTS / GROUPS);
    }

    private int unmet(int[] groups, Set<Integer> met) {
        while (true) {
            int product = liked(groups);
            if (!met.contains(product)) {
                return product;
            }
        }
    }

    private void event(String type, int customer, int product, double time, Set<Integer> met) {
        met.add(product);
        long quantity = type.equals("BOUGHT") ? 1 + random.nextInt(3) : 1;
        events.add(new Event(type, "c" + customer, "p" + product, quantity, START + (long) (time * YEAR)));
    }
}
