package a

import "os"

func inTest() {
	os.Chdir("/")
}
