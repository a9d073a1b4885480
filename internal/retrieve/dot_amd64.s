#include "textflag.h"

// func dotAVX2(a, b *int8, n int) int32
//
// n is a multiple of 16. Each step widens 16 bytes of both vectors to words and
// adds the products of neighbours to eight sums.
TEXT ·dotAVX2(SB), NOSPLIT, $0-28
	MOVQ  a+0(FP), SI
	MOVQ  b+8(FP), DI
	MOVQ  n+16(FP), CX
	VPXOR Y0, Y0, Y0
	VPXOR Y3, Y3, Y3
	CMPQ  CX, $32
	JLT   rest

pair:
	VPMOVSXBW (SI), Y1
	VPMOVSXBW (DI), Y2
	VPMADDWD  Y1, Y2, Y1
	VPADDD    Y1, Y0, Y0
	VPMOVSXBW 16(SI), Y4
	VPMOVSXBW 16(DI), Y5
	VPMADDWD  Y4, Y5, Y4
	VPADDD    Y4, Y3, Y3
	ADDQ      $32, SI
	ADDQ      $32, DI
	SUBQ      $32, CX
	CMPQ      CX, $32
	JGE       pair

rest:
	CMPQ      CX, $16
	JLT       sum
	VPMOVSXBW (SI), Y1
	VPMOVSXBW (DI), Y2
	VPMADDWD  Y1, Y2, Y1
	VPADDD    Y1, Y0, Y0

sum:
	VPADDD       Y3, Y0, Y0
	VEXTRACTI128 $1, Y0, X1
	VPADDD       X1, X0, X0
	VPSHUFD      $0x4E, X0, X1
	VPADDD       X1, X0, X0
	VPSHUFD      $0xB1, X0, X1
	VPADDD       X1, X0, X0
	VMOVD        X0, AX
	VZEROUPPER
	MOVL         AX, ret+24(FP)
	RET

// ROW adds the products of 16 numbers of a, which Y4 has as words, and of a row
// to the row's eight sums.
#define ROW(numbers, sums) \
	VPMOVSXBW numbers, Y5    \
	VPMADDWD  Y4, Y5, Y5     \
	VPADDD    Y5, sums, sums

// func dotsAVX2(a, rows *int8, n int, out *int32, count int)
//
// n is a multiple of 16, count one of 4: four rows at a time share what is
// widened of a.
TEXT ·dotsAVX2(SB), NOSPLIT, $0-40
	MOVQ a+0(FP), R8
	MOVQ rows+8(FP), DI
	MOVQ n+16(FP), R9
	MOVQ out+24(FP), R10
	MOVQ count+32(FP), R11
	LEAQ (R9)(R9*2), R12

rows:
	MOVQ  R8, SI
	MOVQ  R9, CX
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y3, Y3, Y3

step:
	VPMOVSXBW (SI), Y4
	ROW((DI), Y0)
	ROW((DI)(R9*1), Y1)
	ROW((DI)(R9*2), Y2)
	ROW((DI)(R12*1), Y3)
	ADDQ      $16, SI
	ADDQ      $16, DI
	SUBQ      $16, CX
	JNZ       step

	VPHADDD      Y1, Y0, Y0
	VPHADDD      Y3, Y2, Y2
	VPHADDD      Y2, Y0, Y0
	VEXTRACTI128 $1, Y0, X1
	VPADDD       X1, X0, X0
	VMOVDQU      X0, (R10)
	ADDQ         $16, R10
	ADDQ         R12, DI
	SUBQ         $4, R11
	JNZ          rows
	VZEROUPPER
	RET
