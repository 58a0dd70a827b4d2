// What the C++ library throws ends as a trap, and who uses the engine makes another: an exception would leave
// memory as it happens to be, for code without landing pads cleans nothing up. Only memory that ran out, or a
// string too long for it, comes here.
extern "C" {

void* __cxa_allocate_exception(unsigned long) { __builtin_trap(); }
void __cxa_throw(void*, void*, void*) { __builtin_trap(); }
}
