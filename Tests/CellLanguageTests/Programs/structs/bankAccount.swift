// A bank account: an initialiser of its own, private state, mutating methods that may refuse.
struct Account {
    let owner: String
    private(set) var balance: Int
    private var history: [String] = []

    init(owner: String, balance: Int = 0) {
        self.owner = owner
        self.balance = balance
        history.append("opened with \(balance)")
    }

    mutating func deposit(_ amount: Int) {
        balance += amount
        history.append("+\(amount)")
    }

    mutating func withdraw(_ amount: Int) -> Bool {
        guard amount <= balance else {
            history.append("refused \(amount)")
            return false
        }
        balance -= amount
        history.append("-\(amount)")
        return true
    }

    var statement: String { "\(owner): " + history.joined(separator: ", ") }
}

var mina = Account(owner: "민아", balance: 100)
var kenji = Account(owner: "健二")
mina.deposit(50)
print(mina.withdraw(30), mina.withdraw(500))  // expect: true false
kenji.deposit(5)
print(mina.balance, kenji.balance)  // expect: 120 5
print(mina.statement)  // expect: 민아: opened with 100, +50, -30, refused 500
print(kenji.statement)  // expect: 健二: opened with 0, +5

func transfer(_ amount: Int, from source: inout Account, to target: inout Account) {
    if source.withdraw(amount) { target.deposit(amount) }
}
transfer(20, from: &mina, to: &kenji)
transfer(1_000, from: &kenji, to: &mina)
print(mina.balance, kenji.balance)  // expect: 100 25
print(kenji.statement)  // expect: 健二: opened with 0, +5, +20, refused 1000
