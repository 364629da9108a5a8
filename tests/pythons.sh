# Which Pythons from 3.11 to 3.14 are present, on the path or in pyenv: a version and a command a line.
for version in 3.11 3.12 3.13 3.14; do
	for python in "python$version" "${PYENV_ROOT:-$HOME/.pyenv}"/versions/$version.*/bin/python$version; do
		if "$python" -c "import sys, venv, ensurepip; sys.exit('%d.%d' % sys.version_info[:2] != '$version')" 2>/dev/null; then
			echo "$version $python"
			break
		fi
	done
done
