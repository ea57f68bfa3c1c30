// The Go side of espalier-bench: one message into structs with encoding/xml, many times.
//
//	twin FILE ROUNDS
//
// prints the median time of one pass in nanoseconds. A tenth of the rounds warms up and does not count.
package main

import (
	"encoding/xml"
	"fmt"
	"os"
	"sort"
	"strconv"
	"time"
)

type location struct {
	LocURI  string `xml:"LocURI"`
	LocName string `xml:"LocName"`
}

type meta struct {
	Format string `xml:"Format"`
	Type   string `xml:"Type"`
}

type item struct {
	Target *location `xml:"Target"`
	Source *location `xml:"Source"`
	Meta   *meta     `xml:"Meta"`
	Data   string    `xml:"Data"`
}

type command struct {
	CmdID string `xml:"CmdID"`
	Meta  *meta  `xml:"Meta"`
	Items []item `xml:"Item"`
}

type status struct {
	CmdID  string `xml:"CmdID"`
	MsgRef string `xml:"MsgRef"`
	CmdRef string `xml:"CmdRef"`
	Cmd    string `xml:"Cmd"`
	Data   string `xml:"Data"`
}

type body struct {
	Status  []status  `xml:"Status"`
	Add     []command `xml:"Add"`
	Replace []command `xml:"Replace"`
	Get     []command `xml:"Get"`
	Delete  []command `xml:"Delete"`
	Exec    []command `xml:"Exec"`
	Final   *struct{} `xml:"Final"`
}

type header struct {
	VerDTD    string   `xml:"VerDTD"`
	VerProto  string   `xml:"VerProto"`
	SessionID string   `xml:"SessionID"`
	MsgID     string   `xml:"MsgID"`
	Target    location `xml:"Target"`
	Source    location `xml:"Source"`
}

type message struct {
	XMLName xml.Name `xml:"SyncML"`
	Header  header   `xml:"SyncHdr"`
	Body    body     `xml:"SyncBody"`
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

func main() {
	if len(os.Args) != 3 {
		fail(fmt.Errorf("usage: twin FILE ROUNDS"))
	}
	document, err := os.ReadFile(os.Args[1])
	if err != nil {
		fail(err)
	}
	rounds, err := strconv.Atoi(os.Args[2])
	if err != nil || rounds < 1 {
		fail(fmt.Errorf("%q is not a number of rounds", os.Args[2]))
	}

	warmup := rounds/10 + 3
	times := make([]time.Duration, 0, rounds)
	for i := 0; i < rounds+warmup; i++ {
		start := time.Now()
		var m message
		if err := xml.Unmarshal(document, &m); err != nil {
			fail(err)
		}
		elapsed := time.Since(start)
		if commands := len(m.Body.Add) + len(m.Body.Replace) + len(m.Body.Get); commands != 200 {
			fail(fmt.Errorf("read %d commands, expected 200", commands))
		}
		if i >= warmup {
			times = append(times, elapsed)
		}
	}
	sort.Slice(times, func(i, j int) bool { return times[i] < times[j] })
	fmt.Println(times[len(times)/2].Nanoseconds())
}
