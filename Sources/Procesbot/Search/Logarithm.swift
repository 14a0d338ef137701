import Foundation

func logarithm(_ value: Float) -> Float { log(value) }

func logistic(_ value: Float) -> Float { 1 / (1 + exp(-value)) }
