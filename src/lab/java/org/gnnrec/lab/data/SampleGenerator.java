package org.gnnrec.lab.data;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Makes up a data set: users u1 ... u3000, films i1 ... i1500, and who liked what. Nothing in it is real. A film has one
 * or two genres, a hidden mood and a popularity that falls as a power of its rank; a user has three tastes (a genre in a
 * mood). Most likes fall within a taste, some anywhere in its genre, some anywhere. So popularity alone says something,
 * and who likes alike says much more. The same seed gives the same data.
 */
public final class SampleGenerator {
    static final int USERS = 3000;
    static final int ITEMS = 1500;
    private static final int GENRES = SampleTitles.GENRES.size();
    private static final double SECOND_GENRE = 0.35;
    private static final double[] TASTES = { 0.5, 0.8, 1.0 };
    private static final double ANYTHING = 0.12;
    private static final double SAME_GENRE = 0.33;
    private static final double POPULARITY_EXPONENT = 0.9;
    private static final int POPULARITY_OFFSET = 8;
    private static final int FEWEST_LIKES = 8;
    private static final int MOST_LIKES = 150;

    private final SplittableRandom random;
    private final Film[] films = new Film[ITEMS];
    private WeightedChoice anything;
    private final WeightedChoice[] ofGenre = new WeightedChoice[GENRES];
    private final WeightedChoice[][] ofTaste = new WeightedChoice[GENRES][SampleTitles.MOODS];

    private SampleGenerator(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The sample, split 70/10/20 by user. */
    public static Dataset generate(long seed) {
        DatasetBuilder builder = new DatasetBuilder("generated sample");
        SampleGenerator generator = new SampleGenerator(seed);
        generator.makeFilms(builder);
        generator.makeChoices();
        for (int user = 1; user <= USERS; user++) {
            generator.makeLikes("u" + user, builder);
        }
        return builder.build(SplitRule.USER, seed);
    }

    private record Film(int genre, int otherGenre, int mood, double popularity) {
        boolean isOf(int wanted) {
            return genre == wanted || otherGenre == wanted;
        }

        List<String> genres() {
            return IntStream.of(genre, otherGenre).distinct().mapToObj(SampleTitles.GENRES::get).toList();
        }
    }

    private void makeFilms(DatasetBuilder builder) {
        SampleTitles titles = new SampleTitles();
        int[] ranks = shuffledRanks();
        for (int i = 0; i < ITEMS; i++) {
            int genre = random.nextInt(GENRES);
            int other = random.nextDouble() < SECOND_GENRE ? random.nextInt(GENRES) : genre;
            double popularity = Math.pow(ranks[i] + POPULARITY_OFFSET, -POPULARITY_EXPONENT);
            films[i] = new Film(genre, other, random.nextInt(SampleTitles.MOODS), popularity);
            builder.item(id(i), titles.next(genre, films[i].mood, random), films[i].genres(), null);
        }
    }

    private int[] shuffledRanks() {
        int[] ranks = IntStream.range(0, ITEMS).toArray();
        for (int i = ITEMS - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int moved = ranks[i];
            ranks[i] = ranks[j];
            ranks[j] = moved;
        }
        return ranks;
    }

    private void makeChoices() {
        anything = choice(IntStream.range(0, ITEMS));
        for (int g = 0; g < GENRES; g++) {
            int genre = g;
            ofGenre[g] = choice(IntStream.range(0, ITEMS).filter(i -> films[i].isOf(genre)));
            for (int m = 0; m < SampleTitles.MOODS; m++) {
                int mood = m;
                ofTaste[g][m] = choice(
                        IntStream.range(0, ITEMS).filter(i -> films[i].isOf(genre) && films[i].mood == mood));
            }
        }
    }

    private WeightedChoice choice(IntStream of) {
        return new WeightedChoice(of.toArray(), i -> films[i].popularity);
    }

    private void makeLikes(String user, DatasetBuilder builder) {
        List<WeightedChoice[]> tastes = new ArrayList<>();
        while (tastes.size() < TASTES.length) {
            int genre = random.nextInt(GENRES);
            WeightedChoice narrow = ofTaste[genre][random.nextInt(SampleTitles.MOODS)];
            if (!narrow.isEmpty()) {
                tastes.add(new WeightedChoice[]{ ofGenre[genre], narrow });
            }
        }
        int likes = (int) Math.clamp(Math.round(Math.exp(3.25 + 0.6 * random.nextGaussian())), FEWEST_LIKES,
                MOST_LIKES);
        BitSet liked = new BitSet(ITEMS);
        // A narrow taste may run out of films: the number of draws is bounded, not the number of likes.
        for (int draw = 0; draw < 4 * likes && liked.cardinality() < likes; draw++) {
            liked.set(drawFilm(tastes));
        }
        liked.stream().forEach(i -> builder.interaction(user, id(i)));
    }

    private int drawFilm(List<WeightedChoice[]> tastes) {
        double how = random.nextDouble();
        if (how < ANYTHING) {
            return anything.draw(random);
        }
        double which = random.nextDouble();
        int taste = 0;
        while (which >= TASTES[taste]) {
            taste++;
        }
        return tastes.get(taste)[how < SAME_GENRE ? 0 : 1].draw(random);
    }

    private static String id(int film) {
        return "i" + (film + 1);
    }
}
