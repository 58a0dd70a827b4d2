#include "text/letter_case.h"

#include <gtest/gtest.h>

namespace herold::text {
namespace {

TEST(LetterCase, UpperCaseKnowsComposedLettersAndSharpS) {
  EXPECT_EQ(to_upper("möglich, été, straße, čeština, ÿ"), "MÖGLICH, ÉTÉ, STRASSE, ČEŠTINA, Ÿ");
  EXPECT_EQ(to_upper("o\u0308 σς я 12"), "O\u0308 ΣΣ Я 12");
}

TEST(LetterCase, CapitalizesTheFirstLetterOnly) {
  EXPECT_EQ(capitalize("«größer» als"), "«Größer» als");
  EXPECT_EQ(capitalize("über"), "Über");
  EXPECT_EQ(capitalize("12 %"), "12 %");
}

TEST(LetterCase, LowerCaseUndoesIt) {
  EXPECT_EQ(to_lower("MÜLLER.Example STRAẞE Я Č"), "müller.example straße я č");
}

}  // namespace
}  // namespace herold::text
