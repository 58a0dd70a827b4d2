#include "feeds/charset.h"

#include <iconv.h>

#include <cerrno>
#include <optional>
#include <utility>

#include "app/json.h"
#include "herold/ascii.h"
#include "herold/utf8.h"

namespace herold::feeds {
namespace {

constexpr std::string_view kUnreadable = "\xEF\xBF\xBD";
constexpr std::size_t kDeclaredWithin = 1024;  // bytes, as HTML has it

std::string_view named_after(std::string_view text, std::string_view key) {
  const std::size_t at = text.find(key);
  if (at == std::string_view::npos) return {};
  text.remove_prefix(at + key.size());
  const std::size_t first = text.find_first_not_of(" \t=\"'");
  if (first == std::string_view::npos) return {};
  text.remove_prefix(first);
  return text.substr(0, text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_:."));
}

std::string declared(std::string_view bytes, std::string_view content_type) {
  const std::string type = ascii::to_lower(content_type);
  if (const auto name = named_after(type, "charset"); !name.empty()) return std::string(name);
  const std::string head = ascii::to_lower(bytes.substr(0, kDeclaredWithin));
  if (head.find("<?xml") < 5)
    return std::string(named_after(std::string_view(head).substr(0, head.find("?>")), "encoding"));
  return std::string(named_after(head, "charset"));
}

class Converter {
 public:
  explicit Converter(const std::string& from) : handle_(iconv_open("UTF-8", from.c_str())) {}
  ~Converter() {
    if (known()) iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  bool known() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

  // Nothing when there is more that it cannot read than a document has by mistake: each such place costs as
  // much as a page of text.
  std::optional<std::string> convert(std::string_view bytes) {
    std::string out;
    std::size_t unreadable = 0;
    char* in = const_cast<char*>(bytes.data());  // iconv does not write there
    std::size_t left = bytes.size();
    while (left > 0) {
      char chunk[4096];
      char* end = chunk;
      std::size_t room = sizeof chunk;
      const std::size_t result = iconv(handle_, &in, &left, &end, &room);
      const int error = errno;
      out.append(chunk, static_cast<std::size_t>(end - chunk));
      if (result != static_cast<std::size_t>(-1) || error == E2BIG) continue;
      if (++unreadable > kMostUnreadable) return std::nullopt;
      out += kUnreadable;
      ++in;
      --left;
    }
    return out;
  }

 private:
  iconv_t handle_;
};

// UTF-16 without a mark shows itself: of "<?" or "{", one byte in two is zero.
std::string guessed(std::string_view bytes) {
  if (bytes.size() < 4) return "";
  if (bytes[0] == '\0' && bytes[1] != '\0') return "utf-16be";
  if (bytes[0] != '\0' && bytes[1] == '\0') return "utf-16le";
  return "";
}

constexpr std::size_t kLongestName = 40;  // of an encoding, as it is told

std::variant<std::string, Trouble> converted(std::string_view bytes, const std::string& named) {
  const std::string from = Converter(named).known() ? named : "windows-1252";
  auto text = Converter(from).convert(bytes);
  if (!text) {
    const std::string name = from.substr(0, kLongestName);
    return Trouble{"charset", name, "The answer is not in the character set that it names, " + name + "."};
  }
  if (text->starts_with("\xEF\xBB\xBF")) text->erase(0, 3);
  return std::move(*text);
}

}  // namespace

std::variant<std::string, Trouble> to_utf8(std::string_view bytes, std::string_view content_type) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return converted(bytes.substr(3), "utf-8");
  if (bytes.starts_with("\xFF\xFE")) return converted(bytes.substr(2), "utf-16le");
  if (bytes.starts_with("\xFE\xFF")) return converted(bytes.substr(2), "utf-16be");
  if (const std::string wide = guessed(bytes); !wide.empty()) return converted(bytes, wide);
  std::string name = declared(bytes, content_type);
  // Browsers and authors mean the larger set (WHATWG Encoding Standard).
  if (name == "iso-8859-1" || name == "us-ascii" || name == "latin1") name = "windows-1252";
  const bool other = !name.empty() && name != "utf-8" && name != "utf8" && !name.starts_with("utf-16");
  if (other) return converted(bytes, name);
  return !first_invalid_utf8(bytes) ? std::string(bytes) : converted(bytes, "windows-1252");
}

}  // namespace herold::feeds
