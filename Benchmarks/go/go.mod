module espalier.invalid/twin

go 1.19
