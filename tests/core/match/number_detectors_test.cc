// Detectors of numbers, addresses of machines, tokens and styled letters.

#include <gtest/gtest.h>

#include "detecting.h"

namespace herold::match {
namespace {

TEST(Ahv, HasACheckDigit) {
  EXPECT_EQ(found(Detector::ahv, "756.1234.5678.97, 7561234567897 und 756 1234 5678 97."),
            (Texts{"756.1234.5678.97", "7561234567897", "756 1234 5678 97"}));
  EXPECT_EQ(found(Detector::ahv, "756.1234.5678.98 755.1234.5678.97 x7561234567897 75612345678970"), Texts{});
}

TEST(CreditCard, HasAnIssuerAndACheckDigit) {
  EXPECT_EQ(found(Detector::credit_card, "4242 4242 4242 4242, 378282246310005 und 5555-5555-5555-4444"),
            (Texts{"4242 4242 4242 4242", "378282246310005", "5555-5555-5555-4444"}));
  EXPECT_EQ(found(Detector::phone, "756.1234.5678.97 044 555 12 34, 4242 4242 4242 4242 079 555 12 34"),
            (Texts{"044 555 12 34", "079 555 12 34"}));
  EXPECT_EQ(found(Detector::phone, "+49 151 23456787 und +4915123456795"),
            (Texts{"+49 151 23456787", "+4915123456795"}));
  EXPECT_EQ(found(Detector::credit_card, "+49 151 23456787 und +4915123456795"), Texts{});
  EXPECT_EQ(found(Detector::credit_card, "12 4242 4242 4242 4242"), Texts{"4242 4242 4242 4242"});
  EXPECT_EQ(found(Detector::credit_card, "4242 4242 4242 4241 1234567890123452 4242  4242 4242 4242"),
            Texts{});
}

TEST(Iban, HasTheLengthOfItsCountryAndCheckDigits) {
  EXPECT_EQ(found(Detector::iban, "GB82 WEST 1234 5698 7654 32, ch9300762011623852957."),
            (Texts{"GB82 WEST 1234 5698 7654 32", "ch9300762011623852957"}));
  EXPECT_EQ(
      found(Detector::iban,
            "GB83 WEST 1234 5698 7654 32 XX82WEST12345698765432 GB82 WEST 1234 xGB82WEST12345698765432"),
      Texts{});
  EXPECT_EQ(found(Detector::credit_card, "CH93 0076 2011 6238 5295 7"), Texts{});
}

TEST(IpAddress, IsNoVersion) {
  EXPECT_EQ(found(Detector::ip_address, "10.0.0.1:8080, 192.168.0.0/16 und 172.16.254.1."),
            (Texts{"10.0.0.1", "192.168.0.0", "172.16.254.1"}));
  EXPECT_EQ(found(Detector::ip_address, "[2001:db8::8a2e:370:7334]:443, fe80::1%eth0 und ::ffff:10.0.0.1"),
            (Texts{"2001:db8::8a2e:370:7334", "fe80::1", "::ffff:10.0.0.1"}));
  EXPECT_EQ(found(Detector::ip_address,
                  "v1.2.3.4 Version 1.2.3.4 Version\u00A01.2.3.4 1.2.3.4.5 256.1.1.1 1.2.3 12:30:45 ::1 "
                  "a::b::c 1:2:3:4:5:6:7:8:9"),
            Texts{});
}

TEST(IpAddress, MayHaveALabelInFront) {
  EXPECT_EQ(found(Detector::ip_address, "IP:10.0.0.1 IPv6:2001:db8::1"), (Texts{"10.0.0.1", "2001:db8::1"}));
  EXPECT_EQ(found(Detector::ip_address, "a::b Abc::Fee std::vector fe80::a"), Texts{"fe80::a"});
  EXPECT_EQ(found(Detector::ip_address, "12:10.0.0.1 a::10.0.0.1 12::b::10.0.0.1"), Texts{"a::10.0.0.1"});
}

TEST(Phone, IsInternationalOrNational) {
  EXPECT_EQ(found(Detector::phone, "+41 44 555 12 34, 0041 44 555 12 34 oder +41 (0)44 555 12 34."),
            (Texts{"+41 44 555 12 34", "0041 44 555 12 34", "+41 (0)44 555 12 34"}));
  EXPECT_EQ(
      found(Detector::phone,
            "044 555 12 34, 030/901820, 01.23.45.67.89, 06 6982 4567, 333 123 4567, 0445551234"),
      (Texts{"044 555 12 34", "030/901820", "01.23.45.67.89", "06 6982 4567", "333 123 4567", "0445551234"}));
}

TEST(Phone, HoldsTheBracketsAroundAnAreaCode) {
  EXPECT_EQ(found(Detector::phone, "(044) 555 12 34, ((+41) 44 555 12 34) und (044 555 12 34)"),
            (Texts{"(044) 555 12 34", "(+41) 44 555 12 34", "044 555 12 34"}));
}

TEST(Phone, EndsWhereAnotherNumberMayBegin) {
  EXPECT_EQ(found(Detector::phone, "044 555 12 34 / 079 555 41 12"),
            (Texts{"044 555 12 34", "079 555 41 12"}));
  EXPECT_EQ(found(Detector::phone, "044 555 12 34/079 555 41 12"), (Texts{"044 555 12 34", "079 555 41 12"}));
  EXPECT_EQ(found(Detector::phone, "+41 44 555 12 34/+41 79 555 41 12"),
            (Texts{"+41 44 555 12 34", "+41 79 555 41 12"}));
  EXPECT_EQ(found(Detector::phone, "044 555 12 34 079 555 41 12"), (Texts{"044 555 12 34", "079 555 41 12"}));
  EXPECT_EQ(found(Detector::phone, "044 555 12 34 (24 h)"), Texts{"044 555 12 34"});
  EXPECT_EQ(found(Detector::phone, "+41 44 555 12 34 – 24 h"), Texts{"+41 44 555 12 34"});
  EXPECT_EQ(found(Detector::phone, "044 555 02 03, 030 / 90 18 20, 030 901820-12"),
            (Texts{"044 555 02 03", "030 / 90 18 20", "030 901820-12"}));
}

TEST(Phone, MayBeAGermanMobileNumberWithoutGaps) {
  EXPECT_EQ(found(Detector::phone, "01711234567, 015123456789, 01234567890, 0171123456789"),
            (Texts{"01711234567", "015123456789"}));
}

TEST(Phone, MayBeAShortOneInVienna) {
  EXPECT_EQ(found(Detector::phone, "01 58858, 01/58858-0, 02 58858, 01 2026, 01.12345"),
            (Texts{"01 58858", "01/58858-0"}));
}

TEST(Phone, MayBeAShortOneElsewhereInAustria) {
  EXPECT_EQ(found(Detector::phone, "0512 5360, 0316/872-0, 06151 16-0, 0512.5360, 0730–1600, 0123/45-6"),
            (Texts{"0512 5360", "0316/872-0", "06151 16-0"}));
}

TEST(Phone, IsWrittenInMoreThanOneWay) {
  EXPECT_EQ(found(Detector::phone, "0 800 123 456, 0-8044-2957-1, 044\u2011555\u201112\u201134"),
            (Texts{"0 800 123 456", "044\u2011555\u201112\u201134"}));
  EXPECT_EQ(found(Detector::phone, "0044 20 7946 0958"), Texts{"0044 20 7946 0958"});
}

// Italians write a mobile number without gaps as often as with them, and "national forms" of the fine print
// names none. One in thirteen numbers of orders of ten digits begins alike: what stands in front tells it
// where it is named, and posts name hardly any other. A number of a customer's order had better not be posted
// either.
TEST(Phone, MayBeAnItalianMobileNumberWithoutGaps) {
  EXPECT_EQ(
      found(Detector::phone, "3471234567, 347 1234567, +39 347 123 4567, +393471234567 e 00393471234567"),
      (Texts{"3471234567", "347 1234567", "+39 347 123 4567", "+393471234567", "00393471234567"}));
  EXPECT_EQ(found(Detector::phone, "Cell. 3471234567, WhatsApp: 3331234567"),
            (Texts{"3471234567", "3331234567"}));
  EXPECT_EQ(found(Detector::phone, "347123456, 34712345678, 3071234567, 3171234567, 2471234567"), Texts{});
  EXPECT_EQ(found(Detector::phone, "079 123 45 67, 0791234567"), (Texts{"079 123 45 67", "0791234567"}));
}

TEST(Phone, IsNoNumberOfSomethingElse) {
  EXPECT_EQ(found(Detector::phone,
                  "Bestellung Nr. 3471234567, Ordine n. 3471234567, n° 3471234567, order no. 3471234567, "
                  "Ticket #3471234567, Meeting-ID: 3471234567, ID 3471234567, No 3471234567"),
            Texts{});
  EXPECT_EQ(found(Detector::phone, "3500000000 Zeilen"), Texts{}) << "round figures";
  EXPECT_EQ(found(Detector::phone,
                  "Bestellnr. 3471234567, Auftragsnummer: 3471234567, Artikel-Nr. 3471234567, "
                  "Mobiliar-Police Nr. 3471234567, Hotel n. 3471234567"),
            Texts{});
}

TEST(Phone, MayBeCalledTheNumberOfATelephone) {
  const std::string_view number = "3471234567";
  for (const std::string_view name :
       {"Handy-Nr. ", "Handynr. ", "Handynummer: ", "Tel. Nr. ", "Tel.-Nr.: ", "Telefonnummer ", "Rufnummer ",
        "Mobile No. ", "phone no: ", "Cell. n. ", "cellulare n° ", "Téléphone no ", "portable n°\u00A0",
        "Tel. #"})
    EXPECT_EQ(found(Detector::phone, std::string(name) + std::string(number)), Texts{std::string(number)})
        << name;
}

TEST(Phone, IsNoSpanOfMonths) {
  EXPECT_EQ(found(Detector::phone, "03/2026–05/2026, 01.2025 - 12.2025, 01 2026 – 03 2026"), Texts{});
}

TEST(Phone, IsNoPartOfAMistypedIban) {
  EXPECT_EQ(
      found(Detector::phone, "CH94 0076 2011 6238 5295 7, CH93 0076 2011 6238 5295, ch94 0076 0445 5512 34"),
      Texts{});
  EXPECT_EQ(found(Detector::phone, "CH94 0076 2011 6238 5295 7 044 555 12 34, XY94 044 555 12 34"),
            (Texts{"044 555 12 34", "044 555 12 34"}));
}

TEST(Phone, IsNoDateAmountOrOtherNumber) {
  EXPECT_EQ(found(Detector::phone, "01.02.2026 – 05.02.2026, 08.30–12.00 Uhr, 0.50 Franken, 05/06/26"),
            Texts{});
  EXPECT_EQ(found(Detector::phone,
                  "CH93 0076 2011 6238 5295 7, 0-306-40615-2, Version 0.12.345.678, 2026, 1'000'000'000"),
            Texts{});
  EXPECT_EQ(found(Detector::phone, "https://a.example/0445551234 x0445551234"), Texts{});
  EXPECT_EQ(found(Detector::phone, "01.02.2026 044 555 12 34"), Texts{"044 555 12 34"});
}

TEST(Money, HoldsSignAndNumber) {
  EXPECT_EQ(found(Detector::money, "CHF 1'000.50, 5 €, $5, US$ 20, Fr. 20.–"),
            (Texts{"CHF 1'000.50", "5 €", "$5", "US$ 20", "Fr. 20"}));
  EXPECT_EQ(
      found(Detector::money, "5 Millionen Franken, 20.– Franken, 5 Mio. EUR, 3 millions d'euros, 10 pounds"),
      (Texts{"5 Millionen Franken", "20.– Franken", "5 Mio. EUR", "3 millions d'euros", "10 pounds"}));
  EXPECT_EQ(found(Detector::money, "5 bis 10 Franken, CHF 5–10, 5 Pfund Sterling"),
            (Texts{"10 Franken", "CHF 5", "5 Pfund Sterling"}));
  EXPECT_EQ(found(Detector::money, "500, 5 Pfund Äpfel, chf 500, 12 Frankenwälder, CHF ohne Zahl"), Texts{});
}

// "Fr." is a franc and a Friday.
TEST(Money, IsNoDayOfTheWeek) {
  EXPECT_EQ(
      found(Detector::money,
            "Fr. 12. Mai, Do. 11. und Fr. 1. August, Fr. 12.05.2026, Fr. 12.5., 18 Uhr, Fr. 12.05., Fr. 5.6. "
            "oder Fr. 18:30, Fr. 12 Uhr, Fr. 12.30 Uhr, Mo.-Fr. 9 bis 17 Uhr, Fr. 8.00–17.00 Uhr, Fr. 8 h"),
      Texts{});
  EXPECT_EQ(
      found(Detector::money, "Fr. 12.50, Fr. 12.05. Fr. 50. Mehr, Fr. 31 bis Mai, sFr. 12, Fr. 20 hoch"),
      (Texts{"Fr. 12.50", "Fr. 12.05", "Fr. 50", "Fr. 31", "sFr. 12", "Fr. 20"}));
}

TEST(Money, LeavesTheYearInFrontAlone) {
  EXPECT_EQ(found(Detector::money,
                  "Wir haben 2025 CHF 500 und 2026 EUR 1'000 gespendet, 2026 CHF im Ganzen, 20 CHF 5"),
            (Texts{"CHF 500", "EUR 1'000", "2026 CHF", "20 CHF"}));
}

TEST(Money, EndsBeforeANumberThatGoesOn) {
  EXPECT_EQ(found(Detector::money, "CHF 80 2026, $5 2027, CHF 80 202, EUR 1 000 2026"),
            (Texts{"CHF 80", "$5", "CHF 80 202", "EUR 1 000"}));
}

TEST(Money, MayBeInLakhsAndCrores) {
  EXPECT_EQ(found(Detector::money, "$1,00,000, USD 12,34,56,789.50, 1,00,000 Dollar, $1,00,00"),
            (Texts{"$1,00,000", "USD 12,34,56,789.50", "1,00,000 Dollar", "$1,00"}));
}

TEST(Money, NumbersBetweenTwoSignsAreTwo) {
  EXPECT_EQ(found(Detector::money, "CHF 500 500 CHF, CHF 80\u00A0202 EUR, CHF 500 EUR, CHF 1 000 000 CHF"),
            (Texts{"CHF 500", "500 CHF", "CHF 80", "202 EUR", "CHF 500", "CHF 1 000 000"}));
}

TEST(Money, NamesTheDollarOfTheStatesInTwoWays) {
  EXPECT_EQ(found(Detector::money, "US$ 5, US-$ 5, 5 US-$, 5 US$"),
            (Texts{"US$ 5", "US-$ 5", "5 US-$", "5 US$"}));
}

TEST(Money, MayHaveItsNameInFront) {
  EXPECT_EQ(found(Detector::money, "Euro 500, euro 1.500,00, Franken 12.50, 100 francs suisses"),
            (Texts{"Euro 500", "euro 1.500,00", "Franken 12.50", "100 francs suisses"}));
  EXPECT_EQ(found(Detector::money, "EURO 2028, Euro 6, der Euro 20 Jahre danach, Eurozone 500"), Texts{});
}

TEST(Percentage, IsNoPartOfALink) {
  EXPECT_EQ(found(Detector::percentage, "https://a.example/?q=5%20b 5%"), Texts{"5%"});
  EXPECT_EQ(found(Detector::percentage, "Bis%20zu%2050%25, 50%20Euro, 20%3 6%"), Texts{"6%"});
}

TEST(Percentage, IsNoPoint) {
  EXPECT_EQ(
      found(Detector::percentage, "12 %, 3,5% und 5 Prozent, 5–10 %, 7 per cent, 8 pour cent, 9 per cento"),
      (Texts{"12 %", "3,5%", "5 Prozent", "10 %", "7 per cent", "8 pour cent", "9 per cento"}));
  EXPECT_EQ(
      found(Detector::percentage, "5 Prozentpunkte, 5 %-Punkte, 5 percentage points, % Rabatt, Prozent"),
      Texts{});
}

// Put together here, so that no scanner takes the tests for a leak.
TEST(SecretToken, HasAKnownShape) {
  const std::string aws = std::string("AK") + "IA0123456789ABCDEF",
                    github = std::string("gh") + "p_" + std::string(36, 'a');
  const std::string jwt = std::string("ey") + "JhbGciOiJI.ey" + "JzdWIiOiIx.c2lnbmF0dXJl";
  EXPECT_EQ(found(Detector::secret_token, "Key: " + aws + ", " + github + " (" + jwt + ")"),
            (Texts{aws, github, jwt}));
  EXPECT_EQ(found(Detector::secret_token, "AKIA-Treffen ghp_kurz eins.zwei.drei x" + aws), Texts{});
}

TEST(SecretToken, BeginsAsItsServiceHasIt) {
  const std::string rest = "B3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3z";
  for (const char* beginning :
       {"ATATT3", "dckr_pat_", "figd_", "glsa_", "GOCSPX-", "gsk_", "lin_api_", "NRAK-", "PMAK-", "rubygems_",
        "xapp-1-", "sq0atp-", "sbp_", "tskey-", "hvs.", "whsec_", "xai-", "123456789:AA"}) {
    const std::string token = beginning + rest;
    EXPECT_EQ(found(Detector::secret_token, "Mit " + token + " geht es."), Texts{token});
  }
  const std::string databricks = "dapi" + std::string(32, 'f');
  const std::string azure = "AccountKey=" + std::string(86, 'x') + "==";
  EXPECT_EQ(found(Detector::secret_token, databricks + "; " + azure), (Texts{databricks, azure}));
  EXPECT_EQ(found(Detector::secret_token, "xai-Modelle, sbp_kurz, hvs.Team, um 12345678:AA"), Texts{});
}

TEST(SecretToken, IsAWholePrivateKey) {
  const std::string begin = std::string("-----BEGIN RSA ") + "PRIVATE KEY-----",
                    end = std::string("-----END RSA ") + "PRIVATE KEY-----";
  EXPECT_EQ(found(Detector::secret_token, "x " + begin + "\nabc\n" + end + " y"),
            Texts{begin + "\nabc\n" + end});
  EXPECT_EQ(found(Detector::secret_token, begin + "\nabc"), Texts{begin});
  EXPECT_EQ(found(Detector::secret_token, "-----BEGIN CERTIFICATE-----"), Texts{});
}

// Each BEGIN line once read on to the end of the draft.
TEST(SecretToken, KeysWithoutAnEndAreOneEach) {
  const std::string begin = "-----BEGIN PRIVATE KEY-----", end = "-----END PRIVATE KEY-----";
  std::string draft;
  for (int i = 0; i < 20'000; ++i) draft += begin + "\n";
  EXPECT_EQ(found(Detector::secret_token, draft), Texts(20'000, begin));
  EXPECT_EQ(found(Detector::secret_token, end + begin + begin + end + end + begin),
            (Texts{begin + begin + end, begin}));
}

TEST(StyledLetters, AreRunsOfMathematicalLetters) {
  EXPECT_EQ(found(Detector::styled_letters, "𝐍𝐞𝐮 und 𝑤ℎ𝑎𝑡 ℝ"), (Texts{"𝐍𝐞𝐮", "𝑤ℎ𝑎𝑡", "ℝ"}));
  EXPECT_EQ(found(Detector::styled_letters, "𝟏𝟐 Neu ℃ ™"), Texts{});
}

TEST(UrlShortener, IsALinkToAKnownHost) {
  EXPECT_EQ(
      found(Detector::url_shortener, "https://BIT.LY/3AbC, http://www.tinyurl.com/x und https://t.co:443/y"),
      (Texts{"https://BIT.LY/3AbC", "http://www.tinyurl.com/x", "https://t.co:443/y"}));
  EXPECT_EQ(
      found(Detector::url_shortener, "https://a.example/bit.ly https://notbit.ly/x https://bit.ly.example/"),
      Texts{});
}

}  // namespace
}  // namespace herold::match
