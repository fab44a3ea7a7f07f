package notes

// plainNames are first names that are English words as well.
var plainNames = words(`will mark grace rose may april june august art bill bob chase dawn dean drew faith frank gene grant guy hope
	iris ivy jack jasmine joy lance mike max miles miller nick olive pat penny peg pierce ray rich rob robin ruby rusty sandy skip sky sue
	summer ted van victor violet wade ward art basil buddy carol chip chuck cliff dale dash don eve fay flora gill hazel heath holly
	jay jet lily major mercy norm paris page pearl reed reid rod sage scout sierra sunny tiffany trip trinity christian sonny to`)
