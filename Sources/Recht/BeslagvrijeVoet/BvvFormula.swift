import Basics

/// The four parts of the formula of Rv 475da lid 2 and 3, before the maximum.
struct BvvFormula {
    let parameters: BvvParameters
    let situation: Leefsituatie
    /// Taxable income per year, of both partners when married.
    let yearIncome: ExactMoney

    var base: ExactMoney { ExactMoney(parameters.norm(more: situation.isGehuwd)).times(parameters.share) }

    /// The loss of care allowance.
    var care: ExactMoney {
        let premium = ExactMoney(parameters.carePremium).times(situation.isGehuwd ? 2 : 1, per: 12)
        let most = premium - ExactMoney(parameters.institutionAddition(more: situation.isGehuwd))
        return min(monthly(above: parameters.threshold, at: parameters.careRate), most)
    }

    /// The loss of rent allowance.
    var rent: ExactMoney {
        let more = !situation.isEenpersoons
        let lost = monthly(above: ExactMoney(parameters.rentReference(more: more)), at: parameters.rentRate(more: more))
        return min(lost, ExactMoney(parameters.rentMaximum - parameters.rentBase(more: more)))
    }

    /// The loss of child budget.
    var child: ExactMoney {
        switch situation {
        case .alleenstaande, .gehuwdZonderKinderen: .zero
        case .alleenstaandeOuder: monthly(above: parameters.threshold, at: parameters.childRate)
        case .gehuwdMetKinderen:
            monthly(above: parameters.threshold + ExactMoney(parameters.childPartner), at: parameters.childRate)
        }
    }

    var sum: ExactMoney { base + care + rent + child }

    /// A share of the income above a bound, per month; never below zero.
    private func monthly(above bound: ExactMoney, at rate: Rate) -> ExactMoney {
        max(.zero, yearIncome - bound).times(Int128(rate.numerator), per: 12 * Int128(rate.denominator))
    }
}
