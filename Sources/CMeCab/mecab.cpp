#include <dlfcn.h>
#include <mecab.h>

#include <cstdio>
#include <cstring>
#include <new>
#include <string>

#include "include/cmecab.h"

namespace {

/// The functions used, from the library as it was found; it stays loaded.
struct Library {
  decltype(&mecab_model_new2) model_new = nullptr;
  decltype(&mecab_model_destroy) model_destroy = nullptr;
  decltype(&mecab_model_new_tagger) model_new_tagger = nullptr;
  decltype(&mecab_model_new_lattice) model_new_lattice = nullptr;
  decltype(&mecab_model_dictionary_info) dictionary_info = nullptr;
  decltype(&mecab_destroy) destroy = nullptr;
  decltype(&mecab_parse_lattice) parse = nullptr;
  decltype(&mecab_lattice_destroy) lattice_destroy = nullptr;
  decltype(&mecab_lattice_set_sentence2) set_sentence = nullptr;
  decltype(&mecab_lattice_get_bos_node) bos = nullptr;
  std::string problem;

  Library() {
    void *library = dlopen("libmecab.so.2", RTLD_NOW | RTLD_LOCAL);
    if (!library) {
      const char *reason = dlerror();
      problem = reason ? reason : "libmecab.so.2";
      return;
    }
    find(library, "mecab_model_new2", model_new);
    find(library, "mecab_model_destroy", model_destroy);
    find(library, "mecab_model_new_tagger", model_new_tagger);
    find(library, "mecab_model_new_lattice", model_new_lattice);
    find(library, "mecab_model_dictionary_info", dictionary_info);
    find(library, "mecab_destroy", destroy);
    find(library, "mecab_parse_lattice", parse);
    find(library, "mecab_lattice_destroy", lattice_destroy);
    find(library, "mecab_lattice_set_sentence2", set_sentence);
    find(library, "mecab_lattice_get_bos_node", bos);
  }

  template <class Function>
  void find(void *library, const char *name, Function &function) {
    function = reinterpret_cast<Function>(dlsym(library, name));
    if (!function) problem = std::string(name) + " is missing";
  }
};

const Library &library() {
  static const Library shared;
  return shared;
}

void say(cm_error *error, const char *text) {
  std::snprintf(error->message, sizeof error->message, "%s", text);
}

/// The `wanted`th field of a feature line; null for `*` or when there is none. Our fields never hold
/// quoted commas, which only user dictionaries may have.
const char *field(const char *feature, int wanted, uint32_t *length) {
  for (; wanted > 0; --wanted) {
    feature = std::strchr(feature, ',');
    if (!feature) return nullptr;
    ++feature;
  }
  *length = static_cast<uint32_t>(std::strcspn(feature, ","));
  return *length == 0 || (*length == 1 && *feature == '*') ? nullptr : feature;
}

}  // namespace

struct cm_model {
  mecab_model_t *model;
  mecab_t *tagger;
};

struct cm_parser {
  cm_model *model;
  mecab_lattice_t *lattice;
};

extern "C" {

cm_model *cm_open(const char *folder, cm_error *error) noexcept {
  error->message[0] = 0;
  try {
    const Library &mecab = library();
    if (!mecab.problem.empty()) {
      say(error, mecab.problem.c_str());
      return nullptr;
    }
    // No mecabrc of a user's changes what is found.
    const std::string arguments = std::string("-r /dev/null -d ") + folder;
    mecab_model_t *model = mecab.model_new(arguments.c_str());
    if (!model) {
      say(error, (std::string("no dictionary in ") + folder).c_str());
      return nullptr;
    }
    const char *charset = mecab.dictionary_info(model)->charset;
    if (!charset || (std::strcmp(charset, "UTF-8") != 0 && std::strcmp(charset, "utf8") != 0 &&
                     std::strcmp(charset, "UTF8") != 0 && std::strcmp(charset, "utf-8") != 0)) {
      mecab.model_destroy(model);
      say(error, "the dictionary is not UTF-8");
      return nullptr;
    }
    mecab_t *tagger = mecab.model_new_tagger(model);
    if (!tagger) {
      mecab.model_destroy(model);
      say(error, "no parser");
      return nullptr;
    }
    return new cm_model{model, tagger};
  } catch (const std::exception &e) {
    say(error, e.what());
    return nullptr;
  }
}

void cm_close(cm_model *model) noexcept {
  if (!model) return;
  library().destroy(model->tagger);
  library().model_destroy(model->model);
  delete model;
}

cm_parser *cm_parser_new(cm_model *model) noexcept {
  mecab_lattice_t *lattice = library().model_new_lattice(model->model);
  if (!lattice) return nullptr;
  auto *parser = new (std::nothrow) cm_parser{model, lattice};
  if (!parser) library().lattice_destroy(lattice);
  return parser;
}

void cm_parser_free(cm_parser *parser) noexcept {
  if (!parser) return;
  library().lattice_destroy(parser->lattice);
  delete parser;
}

int32_t cm_parse(cm_parser *parser, const char *text, size_t count,
                 void (*body)(void *context, const cm_word *word), void *context) noexcept {
  const Library &mecab = library();
  mecab.set_sentence(parser->lattice, text, count);
  if (!mecab.parse(parser->model->tagger, parser->lattice)) return 0;
  for (const mecab_node_t *node = mecab.bos(parser->lattice); node; node = node->next) {
    if (node->stat == MECAB_BOS_NODE || node->stat == MECAB_EOS_NODE) continue;
    cm_word word{};
    word.start = static_cast<uint32_t>(node->surface - text);
    word.length = node->length;
    word.part = node->posid;
    word.unknown = node->stat == MECAB_UNK_NODE;
    word.base = field(node->feature, 6, &word.base_length);
    word.reading = field(node->feature, 7, &word.reading_length);
    body(context, &word);
  }
  return 1;
}

}  // extern "C"
