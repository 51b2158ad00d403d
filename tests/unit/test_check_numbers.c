/* Numbers and addresses in a text, to the letter: what is one, what is none, and where it ends. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "check/numbers.h"

typedef bool find_match(const char *text, size_t length, size_t from, bv_match *found);

/* What is found first in the text, between brackets when nothing is. */
static char *first(find_match *find, const char *text) {
  static char found[128];
  bv_match match;
  if (!find(text, strlen(text), 0, &match))
    return "(niets)";
  snprintf(found, sizeof found, "%.*s", (int)(match.end - match.start), text + match.start);
  return found;
}

Test(check_numbers, citizen_service_numbers) {
  static const struct {
    const char *text, *found;
  } cases[] = {{"nummer 111222333.", "111222333"},
               {"BSN:111222333", "111222333"},
               {"(111222333)", "111222333"},
               {"111.222.333", "111.222.333"},
               {"1112.22.333", "1112.22.333"},
               {"111 222 333 is van Sam", "111 222 333"},
               {"geboren 02-05-2013 111222333", "111222333"},
               {"111222333 2 kinderen", "111222333"},
               {"012345672", "012345672"},
               {"12345672", "(niets)"},  /* eight digits */
               {"111222334", "(niets)"}, /* fails the eleven-test */
               {"000000000", "(niets)"},
               {"1112223330", "(niets)"}, /* ten digits */
               {"0111222333", "(niets)"},
               {"06 12345672", "(niets)"},
               {"+31 612345672", "(niets)"},
               {"111.222 333", "(niets)"}, /* mixed */
               {"1 11222333", "(niets)"},
               {"€ 111.222.333", "(niets)"},
               {"111.222.333 euro", "(niets)"},
               {"200.111.222.333/01", "(niets)"},
               {"111.222.333/01", "(niets)"}, /* a case number of a court of appeal */
               {"C/111222333", "(niets)"},
               {"K-111222333", "(niets)"},
               {"111222333-A", "(niets)"},
               {"x111222333", "(niets)"},
               {"111222333x", "(niets)"},
               {"é111222333", "(niets)"},
               {"", "(niets)"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    cr_expect(eq(str, first(bv_find_bsn, cases[i].text), (char *)cases[i].found), "%s", cases[i].text);
}

Test(check_numbers, ways_to_reach_somebody) {
  static const struct {
    find_match *find;
    const char *text, *found;
  } cases[] = {{bv_find_email, "mail j.de-vries+1@post.nl.", "j.de-vries+1@post.nl"},
               {bv_find_email, "info@rvdk.nl", "(niets)"},
               {bv_find_email, "Klachten@gi.nl of an@x.nl", "an@x.nl"},
               {bv_find_email, "@home", "(niets)"},
               {bv_find_email, "a@b", "(niets)"},
               {bv_find_email, "a@b.", "(niets)"},
               {bv_find_telephone, "bel 06-12345678.", "06-12345678"},
               {bv_find_telephone, "06 12 34 56 78", "06 12 34 56 78"},
               {bv_find_telephone, "0612345678", "0612345678"},
               {bv_find_telephone, "(020) 123 45 67", "(020) 123 45 67"},
               {bv_find_telephone, "0341-123456", "0341-123456"},
               {bv_find_telephone, "+31 6 1234 5678", "+31 6 1234 5678"},
               {bv_find_telephone, "+31 (0)6 12345678", "+31 (0)6 12345678"},
               {bv_find_telephone, "0800-2000", "(niets)"},
               {bv_find_telephone, "088-1234567", "(niets)"},
               {bv_find_telephone, "01-10-2026", "(niets)"},
               {bv_find_telephone, "om 08.30 uur", "(niets)"},
               {bv_find_telephone, "zaak 200.0612345678/01", "(niets)"},
               {bv_find_address, "in de Meidoornstraat 12.", "Meidoornstraat 12"},
               {bv_find_address, "Kerkweg 3a te Ede", "Kerkweg 3a"},
               {bv_find_address, "Dorpsstraat 4 met haar zus", "Dorpsstraat 4"},
               {bv_find_address, "1234 AB Ede", "1234 AB"},
               {bv_find_address, "1234AB", "1234AB"},
               {bv_find_address, "hij liep de Kerkweg 3 keer op", "(niets)"},
               {bv_find_address, "het Gerechtshof 2 mei", "(niets)"},
               {bv_find_address, "in 2024 GI en Raad", "(niets)"},
               {bv_find_address, "op weg 12", "(niets)"},
               {bv_find_address, "artikel 1234 BWX", "(niets)"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    cr_expect(eq(str, first(cases[i].find, cases[i].text), (char *)cases[i].found), "%s", cases[i].text);
}

/* Whether something is found with each of the words between what stands before and behind it. */
static void each_gives(find_match *find, const char *before, const char *const words[], const char *behind, bool found) {
  for (; *words; words++) {
    char text[96];
    bv_match match;
    snprintf(text, sizeof text, "%s%s%s", before, *words, behind);
    cr_expect(eq(int, find(text, strlen(text), 0, &match), found), "%s", text);
  }
}

Test(check_numbers, addresses_to_the_letter) {
  static const struct {
    const char *text, *found;
  } cases[] = {{"Straat 12", "(niets)"},   {"kerkstraat 12", "(niets)"},     {"Paleishof 12", "Paleishof 12"},
               {"Élaan 5", "Élaan 5"},     {"Kerkweg 1234", "Kerkweg 1234"}, {"Kerkweg 12345", "(niets)"},
               {"Kerkweg 12ab", "(niets)"}, {"Kerkweg 12a1", "(niets)"},     {"Kerkweg  3", "(niets)"},
               {"Kerkweg 3a keer", "Kerkweg 3a"}, {"Kerkweg 3 keert", "Kerkweg 3"}, {"Jan-van-Galenstraat 7", "Jan-van-Galenstraat 7"},
               {"Kerkweg.3", "(niets)"},   {"0123 AB", "(niets)"},           {"x1234 AB", "(niets)"},
               {"1234 Ab", "(niets)"},     {"1234 aB", "(niets)"},           {"1234  AB", "(niets)"},
               {"1234 AB-Ede", "(niets)"}, {"123 AB te", "(niets)"},         {"12345 AB", "(niets)"},
               {"1234 AB en", "1234 AB"},  {"1999 AB", "(niets)"},           {"1999AB", "1999AB"},
               {"2024 AB Ede", "2024 AB"}, {"2024 AB en", "(niets)"},        {"2024 AB. Ede", "(niets)"},
               {"2100 AB", "2100 AB"},     {"1899 AB", "1899 AB"},           {"1234 A", "(niets)"}};
  static const char *const streets[] = {"straat", "laan", "weg", "plein", "gracht", "kade", "singel", "dijk",
                                        "steeg", "dreef", "plantsoen", "hof", "pad", "markt", NULL};
  static const char *const units[] = {"keer", "dag", "weken", "jaar", "uur", "km", "euro", "kinderen", "januari", "mei", "december", NULL};
  static const char *const marks[] = {"-", "/", ".", ",", "#", NULL};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    cr_expect(eq(str, first(bv_find_address, cases[i].text), (char *)cases[i].found), "%s", cases[i].text);
  each_gives(bv_find_address, "aan de Molen", streets, " 12 te", true);
  each_gives(bv_find_address, "de Molenweg 12 ", units, "", false);
  each_gives(bv_find_address, "zaak ", marks, "1234 AB", false);
}

Test(check_numbers, the_next_address_is_looked_for_behind_the_former) {
  static const char text[] = "Kerkweg 3 Dorpsweg 4";
  bv_match match;
  cr_assert(bv_find_address(text, strlen(text), 0, &match));
  cr_assert(bv_find_address(text, strlen(text), match.end, &match));
  cr_expect(eq(sz, match.start, 10));
  cr_expect(not(bv_find_address(text, strlen(text), match.end, &match)));
}

Test(check_numbers, telephones_to_the_digit) {
  static const struct {
    const char *text, *found;
  } cases[] = {{"061234567", "(niets)"},
               {"06123456789", "(niets)"},
               {"0012345678", "(niets)"},
               {"06 1234 5678 x", "06 1234 5678"},
               {"0612345678x", "(niets)"},
               {"x0612345678", "(niets)"},
               {"+1 2345678", "(niets)"},
               {"+12 3456789", "+12 3456789"},
               {"+123456789012345", "+123456789012345"},
               {"+1234567890123456", "(niets)"},
               {"+123456789012345678", "(niets)"},
               {"x+31 612345678", "(niets)"},
               {"+31(0)612345678", "+31(0)612345678"},
               {"+31-(0)6.12345678", "+31-(0)6.12345678"},
               {"+31 612345678 (0)", "+31 612345678"},
               {"0031612345678", "0031612345678"},
               {"bel 0031 (0)6 1234 5678.", "0031 (0)6 1234 5678"},
               {"003161234567", "003161234567"},
               {"0031 61234", "(niets)"},
               {"0032612345678", "(niets)"},
               {"zaak-0031612345678", "(niets)"},
               {"(0341) 123456", "(0341) 123456"},
               {"(020)1234567", "(020)1234567"},
               {"(03412) 12345", "(niets)"},
               {"(020) 123456", "(niets)"},
               {"(020) 12345678901234567890", "(niets)"},
               {"x(020) 123 45 67", "(niets)"},
               {"(0201234567)", "0201234567"}};
  static const char *const services[] = {"0800", "0900", "0906", "0909", "0881", "0851", "0841", "0871", "0140", "0116", NULL};
  static const char *const marks[] = {"/", "-", ".", ",", "#", "_", NULL};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    cr_expect(eq(str, first(bv_find_telephone, cases[i].text), (char *)cases[i].found), "%s", cases[i].text);
  each_gives(bv_find_telephone, "bel ", services, "123456", false);
  each_gives(bv_find_telephone, "zaak ", marks, "0612345678", false);
}

Test(check_numbers, addresses_of_the_post_to_the_letter) {
  static const struct {
    const char *text, *found;
  } cases[] = {{"a@b.nl", "a@b.nl"},           {"a@b.n", "(niets)"},     {"a@.nl", "(niets)"},
               {"a@b.c.nl.", "a@b.c.nl"},      {"a@b.nl-", "a@b.nl"},    {"a@b.nl...", "a@b.nl"},
               {"a@b.1l", "(niets)"},          {" @b.nl", "(niets)"},    {"informatie@b.nl", "informatie@b.nl"},
               {"inf@b.nl", "inf@b.nl"},       {"(a_b%@c.nl)", "a_b%@c.nl"}, {"a@b en c@d.nl", "c@d.nl"}};
  static const char *const offices[] = {"info", "contact", "klacht", "post", "receptie", "secretariaat", "griffie", "privacy", "helpdesk", NULL};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    cr_expect(eq(str, first(bv_find_email, cases[i].text), (char *)cases[i].found), "%s", cases[i].text);
  each_gives(bv_find_email, "mail ", offices, "@organisatie.nl.", false);
}

Test(check_numbers, a_service_number_stands_by_itself) {
  static const char *const left[] = {"+", "-", "/", "_", "#", ".", ",", "@", "%", "€", "€ ", "+31 ", "+352 ", "+1234 ", NULL};
  static const char *const right[] = {"-A", "/1", "_a", ".1", ",5", ":1", "@b", "%", "x", " euro", NULL};
  static const char *const loose[] = {"-", "/", "_", ".", ",", ":", "@", " eur", " 1", NULL};
  static const char *const far[] = {"31 ", "+12345 ", NULL};
  static const char *const groups[] = {"11 12 22 333", "11.12.223.33", "111222 333", NULL};
  static const char *const lone[] = {"1 11222333", "11 12 22 33 3", "111 22233 3", "11122233 3", NULL};
  each_gives(bv_find_bsn, "nr ", left, "111222333", false);
  each_gives(bv_find_bsn, "nr 111222333", right, "", false);
  each_gives(bv_find_bsn, "nr 111222333", loose, "", true);
  each_gives(bv_find_bsn, "nr ", far, "111222333", true);
  each_gives(bv_find_bsn, "nr ", groups, ".", true);
  each_gives(bv_find_bsn, "nr ", lone, ".", false);
}

/* Wherever the digits stand, and whatever bytes beside '0' and '9' stand before them. */
Test(check_numbers, a_number_is_found_at_every_place) {
  static const char *const fillers[] = {"x", "/", ":", "é", "1 "};
  for (size_t f = 0; f < sizeof fillers / sizeof *fillers; f++)
    for (size_t count = 0; count < 20; count++) {
      char text[96] = "";
      for (size_t i = 0; i < count; i++)
        strcat(text, fillers[f]);
      strcat(text, "; 111222333");
      cr_expect(eq(str, first(bv_find_bsn, text), "111222333"), "%s", text);
      cr_expect(bv_has_digit(text, strlen(text)));
      cr_expect(eq(int, bv_has_digit(text, strlen(text) - 9), f == 4 && count > 0), "%s", text);
    }
}

/* What is behind the length given is no part of the text: of a longer text only a stretch may be asked for. */
Test(check_numbers, nothing_is_read_behind_the_text) {
  static const struct {
    find_match *find;
    const char *text, *behind;
    bool found;
  } cases[] = {{bv_find_bsn, "111222333", "4", true},         {bv_find_bsn, "111222333", "x", true},
               {bv_find_bsn, "111222333.", "1", true},        {bv_find_bsn, "111222333", " euro", true},
               {bv_find_bsn, "11122233", "3", false},         {bv_find_bsn, "111222 ", "333", false},
               {bv_find_email, "a@b.n", "l", false},          {bv_find_email, "a@b.nl", ".x", true},
               {bv_find_email, "a", "@b.nl", false},          {bv_find_telephone, "06-12345678", "9", true},
               {bv_find_telephone, "06-1234567", "8", false}, {bv_find_telephone, "06-12345678", "x", true},
               {bv_find_address, "Kerkweg 3", "2345", true},  {bv_find_address, "Kerkweg 3", "ab", true},
               {bv_find_address, "Kerkweg 3", " keer", true}, {bv_find_address, "Kerkweg 3 kee", "r", true},
               {bv_find_address, "1234 A", "B", false},       {bv_find_address, "1234 AB", "C", true},
               {bv_find_address, "2024 AB ", "Ede", false},   {bv_find_address, "1234A", "B", false},
               {bv_find_address, "Kerkweg ", "3", false}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char text[64];
    bv_match match;
    snprintf(text, sizeof text, "%s%s", cases[i].text, cases[i].behind);
    bool found = cases[i].find(text, strlen(cases[i].text), 0, &match);
    cr_expect(eq(int, found, cases[i].found), "%s|%s", cases[i].text, cases[i].behind);
    cr_expect(not(found && match.end > strlen(cases[i].text)), "%s", text);
  }
}
