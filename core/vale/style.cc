#include "vale/style.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

#include "herold/utf8.h"
#include "vale/references.h"

namespace herold::vale {
namespace {

namespace fs = std::filesystem;

class YamlReader {
 public:
  Json read(const YAML::Node& node, std::size_t level) {
    if (level > StyleLimits::levels)
      throw StyleError("is nested deeper than " + std::to_string(StyleLimits::levels) + " levels");
    if (++values_ > StyleLimits::values)
      throw StyleError("holds more than " + std::to_string(StyleLimits::values) + " values");
    switch (node.Type()) {
      case YAML::NodeType::Scalar:
        return node.Scalar();
      case YAML::NodeType::Sequence:
        return read_list(node, level);
      case YAML::NodeType::Map:
        return read_map(node, level);
      default:
        return nullptr;
    }
  }

 private:
  Json read_list(const YAML::Node& node, std::size_t level) {
    Json list = Json::array();
    for (const YAML::Node& item : node) list.push_back(read(item, level + 1));
    return list;
  }

  Json read_map(const YAML::Node& node, std::size_t level) {
    Json map = Json::object();
    for (const auto& entry : node) {
      if (!entry.first.IsScalar())
        throw StyleError("has a key that is no text, at line " + line_of(entry.first));
      map[entry.first.Scalar()] = read(entry.second, level + 1);
    }
    return map;
  }

  static std::string line_of(const YAML::Node& node) { return std::to_string(node.Mark().line + 1); }

  std::size_t values_ = 0;
};

Json parse(const std::string& text) {
  try {
    const YAML::Node node = YAML::Load(text);
    if (node.IsDefined() && !node.IsMap() && !node.IsNull()) throw StyleError("is not a map of keys");
    return YamlReader().read(node, 0);
  } catch (const YAML::Exception& error) {
    throw StyleError("is not YAML at line " + std::to_string(error.mark.line + 1) + ": " + error.msg);
  }
}

std::vector<fs::path> rule_paths(const fs::path& directory) {
  std::error_code error;
  if (!fs::is_directory(directory, error)) throw StyleError(directory.string() + " is not a directory");
  std::vector<fs::path> paths;
  bool has_other_ending = false;
  for (fs::recursive_directory_iterator entry(directory, error), end; !error && entry != end;
       entry.increment(error)) {
    has_other_ending = has_other_ending || entry->path().extension() == ".yaml";
    if (entry->path().extension() != ".yml" || !entry->is_regular_file(error)) continue;
    if (entry->path().stem().extension() == ".test") continue;  // cases that a rule is tried on
    paths.push_back(entry->path());
    if (paths.size() > StyleLimits::files) {
      throw StyleError(directory.string() + " holds more than " + std::to_string(StyleLimits::files) +
                       " rules");
    }
  }
  if (error) throw StyleError("cannot read " + directory.string() + ": " + error.message());
  if (paths.empty())
    throw StyleError(directory.string() + " holds no rules (*.yml)" +
                     (has_other_ending ? "; *.yaml is no ending of Vale's" : ""));
  std::sort(paths.begin(), paths.end(),
            [](const fs::path& a, const fs::path& b) { return a.generic_string() < b.generic_string(); });
  return paths;
}

}  // namespace

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text;
  text.resize(StyleLimits::file_bytes + 1);
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (file.bad() || (!file.eof() && file.fail())) throw StyleError("cannot be read");
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (text.size() > StyleLimits::file_bytes) throw StyleError("is larger than 1 MiB");
  if (const auto at = first_invalid_utf8(text))
    throw StyleError("is not valid UTF-8 at byte " + std::to_string(*at));
  return text;
}

Json read_rule(const fs::path& path) { return parse(read_file(path)); }

std::vector<RuleFile> read_style(const fs::path& directory) {
  // A name of its own even for `.`
  const fs::path given = fs::absolute(directory).lexically_normal();
  const fs::path root = given.has_filename() ? given : given.parent_path();
  std::vector<RuleFile> rules;
  for (const fs::path& path : rule_paths(root)) {
    RuleFile rule{path.parent_path().filename().string() + "." + path.stem().string(), {}, {}};
    try {
      rule.fields = resolved(read_rule(path), root);
    } catch (const StyleError& error) {
      rule.fault = error.what();
    }
    rules.push_back(std::move(rule));
  }
  return rules;
}

}  // namespace herold::vale
