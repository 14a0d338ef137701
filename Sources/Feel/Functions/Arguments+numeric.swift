import Basics

extension Arguments {
    func numeric(_ builtin: Builtin) -> FeelValue? {
        switch builtin {
        case .abs: return magnitude
        case .modulo: return quotientRest
        case .floor, .ceiling: return rounded(builtin == .floor ? .floor : .ceiling, scaleIsOptional: true)
        case .decimal: return rounded(.halfEven)
        case .roundUp: return rounded(.up)
        case .roundDown: return rounded(.down)
        case .roundHalfUp: return rounded(.halfUp)
        case .roundHalfDown: return rounded(.halfDown)
        default: return number(0).flatMap { Arguments.function(builtin, $0) }
        }
    }

    private static func function(_ builtin: Builtin, _ number: Decimal128) -> FeelValue? {
        switch builtin {
        case .sqrt: number.squareRoot.map { .number($0) }
        case .log: number.logarithm.map { .number($0) }
        case .exp: number.exponential.map { .number($0) }
        case .odd: number.isInteger ? .boolean(number.modulo(2)?.isZero == false) : .boolean(false)
        case .even: number.isInteger ? .boolean(number.modulo(2)?.isZero == true) : .boolean(false)
        default: nil
        }
    }

    private var magnitude: FeelValue? {
        switch single(0) {
        case .number(let number): .number(number.magnitude)
        case .daysDuration(let duration):
            duration.seconds < 0
                ? FeelDaysDuration(nanoseconds: -duration.nanoseconds).map { .daysDuration($0) }
                : .daysDuration(duration)
        case .yearsDuration(let duration): .yearsDuration(FeelYearsDuration(months: Swift.abs(duration.months)))
        default: nil
        }
    }

    private var quotientRest: FeelValue? {
        guard let dividend = number(0), let divisor = number(1) else { return nil }
        return dividend.modulo(divisor).map { .number($0) }
    }

    private func rounded(_ rounding: Decimal128.Rounding, scaleIsOptional: Bool = false) -> FeelValue? {
        guard let number = number(0), let scale = count == 1 && scaleIsOptional ? 0 : truncated(1),
            (-6111...6176).contains(scale)
        else { return nil }
        return number.rounded(toPlaces: scale, rounding).map { .number($0) }
    }
}
