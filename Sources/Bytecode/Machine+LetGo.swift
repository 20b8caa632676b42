/// A register keeps what it last held until something else is written to it or its function returns, read again or not.
/// Nobody sees that, but for one thing: an array that such a register holds too is copied before it changes. So before
/// anything large is copied, the references that no instruction reads any more are let go.
extension Machine {
    /// Elements from which on a copy costs more than asking whether it is needed.
    static let worthAsking = 32
    /// How many of the functions that wait for one another are asked. The one that forgot is seldom far.
    private static let reach = 8

    /// Lets go of what is not read any more in the function that runs, whose place must be known, and in those that
    /// wait for it.
    func letGo() {
        var waiting = frame
        let top = frame.pointee.refs + frame.pointee.function.pointee.frame.refs
        // The registers of those that were called lie over the ones of those that called them.
        var lent = top..<top
        for _ in 0..<Self.reach {
            if waiting == frames { return }
            letGo(in: waiting.pointee, without: lent)
            let own = waiting.pointee
            lent = own.refs..<max(lent.upperBound, own.refs + own.function.pointee.frame.refs)
            waiting -= 1
        }
    }

    private func letGo(in frame: Frame, without lent: Range<UnsafeMutablePointer<AnyObject?>>) {
        let function = frame.function - functions
        let code = program.functions[function].code
        let index = frame.ip - frame.function.pointee.code - 1
        guard code.indices.contains(index) else { return }
        let needed = needs(of: function)[index]
        let words = frame.function.pointee.frame.bits
        for register in 0..<frame.function.pointee.frame.refs {
            if lent.contains(frame.refs + register) || needed.contains(words + register) { continue }
            frame.refs[register] = nil
        }
    }

    private func needs(of function: Int) -> [RegisterSet] {
        if let known = needs[function] { return known }
        let made = FunctionOptimizer(program.functions[function], program, isEntry: false).needs()
        needs[function] = made
        return made
    }
}
