package a

import (
	"fmt"
	"os"
)

func found() {
	os.Chdir("/") // want `unchecked error \(errcheck\)`
}

func silenced() {
	//lint:ignore errcheck the folder is there
	os.Chdir("/")
	os.Chdir("/") //lint:ignore errcheck the folder is there
}

func silencedWithoutReason() {
	//lint:ignore errcheck
	os.Chdir("/") // want `unchecked error \(errcheck\)`
}

func silencedByAnotherName() {
	//lint:ignore noctx the folder is there
	os.Chdir("/") // want `unchecked error \(errcheck\)`
}

func harmless(f *os.File) {
	defer f.Close()
	defer os.Remove("a")
	fmt.Fprintln(f, "text")
}
