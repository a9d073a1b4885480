package main

import (
	"crypto/sha256"
	"fmt"
	"math/big"
	"strings"
)

// imei is the number of a telephone: the code of its type, a serial number and the check digit of cards.
func (g *generator) imei() string {
	body := g.pick([]string{"35", "86", "01"}) + g.digits(12)
	sum := 0
	for i, c := range body {
		d := int(c - '0')
		if i%2 == 1 {
			d = d*2/10 + d*2%10
		}
		sum += d
	}
	whole := body + fmt.Sprint((10-sum%10)%10)
	return g.ofHalf([]string{whole, whole, whole[:2] + "-" + whole[2:8] + "-" + whole[8:14] + "-" + whole[14:], whole[:2] + " " + whole[2:8] + " " + whole[8:14] + " " + whole[14:]})
}

// vin is the number of a vehicle, of Europe or with a check digit.
func (g *generator) vin() string {
	const signs = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789"
	if g.n(2) == 0 {
		return g.pick([]string{"WVWZZZ", "WAUZZZ", "TMBZZZ", "WDB906", "VF1BB0", "ZFA199"}) + g.chars(signs, 5) + g.digits(6)
	}
	code := []byte(g.pick([]string{"1", "2", "3", "4", "5"}) + g.chars(signs, 10) + g.digits(6))
	values, weights := "12345678012345070923456789", []int{8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2}
	sum := 0
	for i, c := range code {
		if c >= 'A' {
			c = values[c-'A']
		}
		sum += int(c-'0') * weights[i]
	}
	code[8] = "0123456789X"[sum%11]
	return string(code)
}

// wallet is an address of Bitcoin with its check bytes.
func (g *generator) wallet() string {
	const signs = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
	raw := []byte{5} // pays to a script
	for range 20 {
		raw = append(raw, byte(1+g.n(255)))
	}
	first := sha256.Sum256(raw)
	second := sha256.Sum256(first[:])
	n := new(big.Int).SetBytes(append(raw, second[:4]...))
	var out []byte
	for n.Sign() > 0 {
		rest := new(big.Int)
		n.DivMod(n, big.NewInt(58), rest)
		out = append([]byte{signs[rest.Int64()]}, out...)
	}
	return string(out)
}

// username is made as people make theirs, of a given name and a number or a word.
func (g *generator) username() string {
	name := strings.ToLower(g.pick([]string{"lea", "jonas", "mia", "tim", "kathi", "omar", "jule", "sven"}))
	return g.ofHalf([]string{name + g.digits(2), name + "_" + g.digits(3), name + ".k" + g.digits(2), name + ".moos", "xx" + name + g.digits(2), name + "_" + g.pick([]string{"berg", "fluss", "wolke"})})
}
