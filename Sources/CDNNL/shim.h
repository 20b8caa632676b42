// Debian ships no dnnl.pc, so the library is named in the module map.
#include <oneapi/dnnl/dnnl.h>
