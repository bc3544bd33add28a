#pragma once
// Never include xapian.h here: it is C++ and this module is read as C.
