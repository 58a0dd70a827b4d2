#include "match/finders.h"
#include "match/pattern_set.h"

namespace herold::match {
namespace {

// Shapes that the services' documentation gives for their tokens.
constexpr const char* shapes[] = {
    R"(\b(?:AKIA|ASIA)[0-9A-Z]{16}\b)",                                      // AWS access key id
    R"(\bgh[pousr]_[0-9A-Za-z]{36,}\b)",                                     // GitHub
    R"(\bgithub_pat_[0-9A-Za-z_]{40,}\b)",                                   // GitHub, fine-grained
    R"(\bgl(?:pat|ptt|dt|rt)-[0-9A-Za-z_-]{20,}\b)",                         // GitLab
    R"(\bxox[abeoprs]-[0-9A-Za-z-]{10,}\b)",                                 // Slack
    R"(\bhooks\.slack\.com/services/[0-9A-Z]+/[0-9A-Z]+/\w+\b)",             // Slack, incoming webhook
    R"(\b[sr]k_(?:live|test)_[0-9A-Za-z]{16,}\b)",                           // Stripe
    R"(\bsk-[0-9A-Za-z_-]{20,}\b)",                                          // OpenAI, Anthropic
    R"(\bAIza[0-9A-Za-z_-]{35}\b)",                                          // Google API key
    R"(\bya29\.[0-9A-Za-z_-]{20,}\b)",                                       // Google OAuth
    R"(\bSG\.[0-9A-Za-z_-]{22}\.[0-9A-Za-z_-]{43}\b)",                       // SendGrid
    R"(\bnpm_[0-9A-Za-z]{36}\b)",                                            // npm
    R"(\bpypi-[0-9A-Za-z_-]{50,}\b)",                                        // PyPI
    R"(\bhf_[0-9A-Za-z]{30,}\b)",                                            // Hugging Face
    R"(\bdop_v1_[0-9a-f]{64}\b)",                                            // DigitalOcean
    R"(\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}\b)",                             // Shopify
    R"(\bAC[0-9a-f]{32}\b|\bSK[0-9a-f]{32}\b)",                              // Twilio
    R"(\beyJ[0-9A-Za-z_-]{8,}\.eyJ[0-9A-Za-z_-]{8,}\.[0-9A-Za-z_-]{8,}\b)",  // JSON Web Token
    // A private key reaches to its END line, or to the end of the BEGIN line when there is none.
    R"(-----BEGIN [A-Z ]*PRIVATE KEY(?: BLOCK)?-----(?:(?s:.*?)-----END [A-Z ]*PRIVATE KEY(?: BLOCK)?-----)?)",
};

const PatternSet& patterns() {
  static const PatternSet set = [] {
    PatternSet made;
    for (const char* shape : shapes) made.add(shape, text::Case::exact);
    made.compile();
    return made;
  }();
  return set;
}

}  // namespace

std::vector<text::ByteRange> find_secret_tokens(Draft& draft) { return ranges_of(patterns().scan(draft)); }

}  // namespace herold::match
