package org.gnnrec.lab.data;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Makes up film titles: an adjective of the mood before a noun of the genre. No two are equal. */
final class SampleTitles {
    static final List<String> GENRES = List.of("Adventure", "Comedy", "Crime", "Drama", "Family", "Fantasy", "History",
            "Horror", "Music", "Romance", "Science Fiction", "Sport");
    static final int MOODS = 5;
    private static final String[][] NOUNS = words(
            "island river map desert expedition canyon lagoon summit caravan compass",
            "uncle wedding holiday neighbor umbrella waiter landlord parrot dinner moustache",
            "alibi heist detective witness ledger suspect harbor safe informer getaway",
            "letter winter mother bridge farewell silence window orchard verdict station",
            "puppy picnic grandmother sandcastle treehouse kite hamster lunchbox snowman bicycle",
            "dragon wizard amulet kingdom spell tower griffin oracle cauldron realm",
            "empress siege cathedral regiment treaty merchant fortress chronicle admiral crown",
            "cellar mirror scarecrow asylum lullaby crypt doll fog attic visitor",
            "trumpet chorus piano encore ballad drummer melody violin cabaret record",
            "kiss bouquet waltz valentine serenade summer balcony promise stranger anniversary",
            "orbit android comet colony signal starship nebula clone airlock asteroid",
            "goalkeeper marathon champion rookie final coach sprinter regatta penalty underdog");
    private static final String[][] ADJECTIVES = words(
            "quiet gentle patient hidden distant slow tender lonely humble still",
            "wild reckless roaring furious stormy fearless runaway savage blazing sudden",
            "dark bitter crooked cruel midnight broken hollow haunted ashen last",
            "golden merry sunny radiant lucky cheerful bright sparkling jolly sweet",
            "strange impossible backward electric invisible curious crystal upside-down paper clockwork");
    private static final List<String> FORMS = List.of("The %s %s", "%s %s", "My %s %s", "Return of the %s %s",
            "That %s %s", "One %s %s", "Beyond the %s %s");

    private final Set<String> taken = new HashSet<>();

    private static String[][] words(String... lists) {
        String[][] words = new String[lists.length][];
        for (int i = 0; i < lists.length; i++) {
            words[i] = lists[i].split(" ");
        }
        return words;
    }

    String next(int genre, int mood, SplittableRandom random) {
        while (true) {
            String form = FORMS.get(random.nextInt(FORMS.size()));
            String title = form.formatted(capitalized(pick(ADJECTIVES[mood], random)),
                    capitalized(pick(NOUNS[genre], random)));
            if (taken.add(title)) {
                return title;
            }
        }
    }

    private static String pick(String[] words, SplittableRandom random) {
        return words[random.nextInt(words.length)];
    }

    private static String capitalized(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
