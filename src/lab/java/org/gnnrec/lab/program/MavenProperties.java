package org.gnnrec.lab.program;

import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Lets every option be a system property of the same name: {@code -Ddata=DIR} is {@code --data=DIR}. An empty property,
 * or one that Maven handed on unresolved, counts as not given.
 */
public final class MavenProperties implements IDefaultValueProvider {
    @Override
    public String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        String value = System.getProperty(option.longestName().replaceFirst("^-+", ""));
        return value == null || value.isBlank() || value.startsWith("${") ? null : value;
    }
}
