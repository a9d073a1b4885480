package rtf_test

import (
	"testing"

	"github.com/webchatagent/wca/internal/extract/extracttest"
)

func TestMain(m *testing.M) { extracttest.Main(m) }
