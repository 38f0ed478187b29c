/* Where GNUstep's headers look for what clang's runtime for blocks has elsewhere. */
#include <Block.h>
