#include "textflag.h"

// NODE puts into to, lane by lane, left where the row's number is at most the
// threshold of the n-th node of the tree, right elsewhere.
#define NODE(n, left, right, to) \
	MOVL         (4*n)(R8), AX         \
	SHLL         $5, AX                \
	VMOVUPS      (SI)(AX*1), Y12       \
	VBROADCASTSS (4*n)(R9), Y13        \
	VCMPPS       $18, Y13, Y12, Y12    \
	VBLENDVPS    Y12, left, right, to

// LEAVES does so for a node whose children are leaves, the first of which is
// the k-th.
#define LEAVES(n, k, to) \
	VBROADCASTSS (4*k)(R10), Y14   \
	VBROADCASTSS (4*k+4)(R10), Y15 \
	NODE(n, Y14, Y15, to)

// func addAVX2(sums *[lanes]float32, b *block, features *int32, thresholds, values *float32, trees int)
//
// All nodes of a tree of depth 4 are asked, from the leaves up to the root.
TEXT ·addAVX2(SB), NOSPLIT, $0-48
	MOVQ    sums+0(FP), DI
	MOVQ    b+8(FP), SI
	MOVQ    features+16(FP), R8
	MOVQ    thresholds+24(FP), R9
	MOVQ    values+32(FP), R10
	MOVQ    trees+40(FP), CX
	VMOVUPS (DI), Y0

tree:
	LEAVES(7, 0, Y1)
	LEAVES(8, 2, Y2)
	LEAVES(9, 4, Y3)
	LEAVES(10, 6, Y4)
	LEAVES(11, 8, Y5)
	LEAVES(12, 10, Y6)
	LEAVES(13, 12, Y7)
	LEAVES(14, 14, Y8)
	NODE(3, Y1, Y2, Y1)
	NODE(4, Y3, Y4, Y3)
	NODE(5, Y5, Y6, Y5)
	NODE(6, Y7, Y8, Y7)
	NODE(1, Y1, Y3, Y1)
	NODE(2, Y5, Y7, Y5)
	NODE(0, Y1, Y5, Y1)
	VADDPS  Y1, Y0, Y0
	ADDQ    $60, R8
	ADDQ    $60, R9
	ADDQ    $64, R10
	DECQ    CX
	JNZ     tree

	VMOVUPS Y0, (DI)
	VZEROUPPER
	RET
