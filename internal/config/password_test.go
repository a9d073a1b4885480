package config

import (
	"strings"
	"testing"
)

// A password stands in no list of settings and in no message, however the address of the database is written (Q05).
func TestPasswordsOfDatabasesAreNeverShown_Q05(t *testing.T) {
	for _, dsn := range []string{
		"postgres://wca:geheim@db.example/wca",
		"postgres://wca:ge heim@db.example/wca",
		"postgres://wca:ge%zzheim@db.example/wca",
		"postgres://wca:ge#heim@db.example/wca",
		"postgres://wca:ge?heim@db.example/wca",
		"postgres://wca:ge/heim@db.example/wca",
		"postgres://wca:ge@heim@db.example/wca",
		"postgres://wca:geheim@one.example:5432,two.example:5432/wca",
		"postgres://db.example/wca?password=geheim",
		"postgres://db.example/wca?sslmode=require&password=geheim&connect_timeout=3",
		"postgres://wca:geheim@db.example/wca?sslpassword=geheim",
	} {
		c, err := Load(Sources{Flags: map[string]string{"database": dsn}})
		if err != nil || c.Database != dsn {
			t.Errorf("%s: %v, %q", dsn, err, c.Database)
		}
		for _, v := range c.Values {
			if v.Key == "database" && (strings.Contains(v.Value, "heim") || !strings.Contains(v.Value, "xxxxx")) {
				t.Errorf("%s is shown as %s", dsn, v.Value)
			}
		}
	}
	for written, setting := range map[string]string{
		"host=db.example user=wca password=geheim":     "database",
		"user=wca host=db.example password = 'geheim'": "database",
		"wca:geheim@db.example/wca":                    "database",
		"postgres:/wca:geheim@db.example/wca":          "database",
		"mysql://wca:geheim@db.example/wca":            "database",
		"https://wca:geheim@api.example/v1":            "base_url",
		"https://api.example/v1?key=geheim":            "base_url",
	} {
		environ := []string{"WCA_DATABASE=" + written}
		if setting == "base_url" {
			environ = []string{"WCA_PROVIDERS_X_KIND=compatible", "WCA_PROVIDERS_X_BASE_URL=" + written}
		}
		if _, err := Load(Sources{Environ: environ}); err == nil || strings.Contains(err.Error(), "geheim") {
			t.Errorf("%s: %v", written, err)
		}
	}
	for _, file := range []string{"", "wca.db", "/srv/wca/data@2026.db", `C:\wca\data@2026.db`, "./host/user.db"} {
		if _, err := Load(Sources{Flags: map[string]string{"database": file}}); err != nil {
			t.Errorf("%q: %v", file, err)
		}
	}
}
