public import Basics

extension InterestAccount {
    /// Takes a payment on the day the account has reached; first interest, then principal, unless agreed otherwise.
    public mutating func pay(_ amount: Money) throws(InterestRefusal) -> InterestPayment {
        guard amount.isCalculable, !amount.isNegative else { throw .amountOutOfRange }
        let interest: Money
        switch conventions.paymentOrder {
        case .interestFirst: interest = min(amount, interestDue)
        case .principalFirst: interest = min(max(.zero, amount - principal), interestDue)
        }
        let onPrincipal = min(amount - interest, principal)
        interestPaid += interest
        principal -= onPrincipal
        return InterestPayment(
            day: day, interest: interest, principal: onPrincipal, leftOver: amount - interest - onPrincipal)
    }

    /// Raises or lowers the principal from the day the account has reached, as with a credit note.
    public mutating func changePrincipal(by amount: Money) throws(InterestRefusal) {
        guard amount.isCalculable, (principal + amount).isCalculable, !(principal + amount).isNegative else {
            throw .amountOutOfRange
        }
        principal += amount
    }

    /// Books that interest was paid or given up elsewhere, or that this was undone; it bears no interest any more.
    public mutating func settle(interest amount: Money) throws(InterestRefusal) {
        guard amount.isCalculable, (interestPaid + amount).isCalculable else { throw .amountOutOfRange }
        interestPaid = max(.zero, interestPaid + amount)
    }

    /// Books that part of the interest was paid, when imputation was decided elsewhere (BW 6:44).
    public mutating func settle(interest: Money, principal paid: Money) throws(InterestRefusal) {
        guard interest <= interestDue, paid <= principal, !interest.isNegative, !paid.isNegative else {
            throw .amountOutOfRange
        }
        interestPaid += interest
        principal -= paid
    }
}
