let n: Int = 1.5  // error: cannot convert value of type 'Double' to specified type 'Int'
let s: String = 1  // error: cannot convert value of type 'Int' to specified type 'String'
let sum = 1 + "a"  // error: binary operator '+' cannot be applied to operands of type 'Int' and 'String'
let x = 2
x = 3  // error: cannot assign to value: 'x' is a 'let' constant
print(y)  // error: cannot find 'y' in scope
prnt(x)  // error: cannot find 'prnt' in scope; did you mean 'print'?
let list = [1, 2]
list.apend(3)  // error: value of type '[Int]' has no member 'apend'; did you mean 'append'?
print(list.cout)  // error: value of type '[Int]' has no member 'cout'; did you mean 'count'?
if x { print(1) }  // error: type 'Int' cannot be used as a boolean; test for '!= 0' instead
let none = nil  // error: 'nil' requires a contextual type
let empty = []  // error: empty collection literal requires an explicit type
for c in x { print(c) }  // error: for-in loop requires 'Int' to conform to 'Sequence'
let optional: Int? = 1
let plain: Int = optional  // error: value of optional type 'Int?' must be unwrapped to a value of type 'Int'
func f(_ a: Int, named b: Int) -> Int { a + b }
print(f(1))  // error: missing argument for parameter 'named' in call
print(f(1, nmaed: 2))  // error: incorrect argument labels in call (have '_:nmaed:', expected '_:named:')
func g() -> Int { print("x") }  // error: cannot convert return expression of type '()' to return type 'Int'
return  // error: return invalid outside of a func
